import { control, Field, holdEnterWhileComposing, Refusal, Select, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from './api.ts';
import type { CommandField, CommandForm, Values } from './command.ts';
import styles from './command-fields.module.css';
import { DepartmentPicker, PersonPicker } from './pickers.tsx';

/** The fields of a command and its button. */
export default function CommandFields({ form, onClose }: { form: CommandForm; onClose: () => void }) {
  const { t } = useTranslation('people');
  const send = useCommand({ ownError: true });
  const undo = useCommand({ ownError: false });
  const id = useId();
  const [values, setValues] = useState<Values>(() => Object.fromEntries(form.fields.map(({ name, initial }) => [name, initial])));
  const [checked, setChecked] = useState(false);
  const missing = (field: CommandField): boolean => !field.optional && !values[field.name];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (form.fields.some(missing)) return;
    send.mutate(form.command(values), {
      onSuccess: (answer) => {
        onClose();
        if ('id' in answer) form.then?.(answer);
        const back = form.undo?.(values);
        if (back) toast.undo(form.done, () => undo.mutate(back));
        else toast.success(form.done);
      },
    });
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit} onKeyDownCapture={holdEnterWhileComposing}>
      {form.fields.map((field) => {
        const at = `${id}-${field.name}`;
        const error = checked && missing(field) ? t('command.missing') : undefined;
        const label = field.optional ? t('command.optional', { label: field.label }) : field.label;
        return (
          <Field key={field.name} id={at} label={label} {...(field.hint && { hint: field.hint })} {...(error && { error })}>
            <Control field={field} id={at} error={error} value={values[field.name]} onChange={(value) => setValues((now) => ({ ...now, [field.name]: value }))} />
          </Field>
        );
      })}
      {form.impact?.(values)}
      {send.isError && <Refusal error={send.error} />}
      <div className={styles.foot}>
        <Button size="large" onClick={onClose}>{t('command.cancel')}</Button>
        <Button size="large" type="primary" danger={form.danger ?? false} htmlType="submit" loading={send.isPending}>{form.submit}</Button>
      </div>
    </form>
  );
}

function Control({ field, id, error, value, onChange }: { field: CommandField; id: string; error: string | undefined; value: string | undefined; onChange: (value: string | undefined) => void }) {
  const { t } = useTranslation('people');
  const shared = control(id, error, field.hint);
  switch (field.kind) {
    case 'department': return <DepartmentPicker id={id} value={value} without={field.without} placeholder={field.optional ? t('command.asBefore') : undefined} onChange={onChange} />;
    case 'person': return <PersonPicker id={id} value={value} onChange={onChange} />;
    case 'choice': return (
      <Select {...shared} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        {(field.optional || !field.initial) && <option value="">{field.optional ? (field.nothing ?? t('command.asBefore')) : t('command.choose')}</option>}
        {field.options!.map((option) => <option key={option.value} value={option.value} lang={option.lang}>{option.label}</option>)}
      </Select>
    );
    default: return <input {...shared} type={field.kind === 'day' ? 'date' : 'text'} maxLength={60} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)} />;
  }
}
