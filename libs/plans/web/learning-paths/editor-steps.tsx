import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined';
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import type { PathStep } from '@zhixing/plans/contract';
import { control, Field, Panel, Select } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freshStep, moved, replaced, without } from './draft.ts';
import { ItemFields } from './editor-items.tsx';
import styles from './editor.module.css';

/** The steps in their order. They are moved by buttons, so by the keyboard as well: the button keeps the focus, and the new place is said. */
export function StepFields({ steps, say, onChange }: { steps: PathStep[]; say: (place: string) => string | undefined; onChange: (steps: PathStep[]) => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const [last, setLast] = useState<{ button: string; place: number }>();
  useEffect(() => {
    if (last) document.getElementById(last.button)?.focus();
  }, [last]);
  const move = (from: number, to: number) => {
    onChange(moved(steps, from, to));
    // at either end the button that moved it can do no more: the other one takes the focus
    const up = to === 0 ? false : to === steps.length - 1 ? true : to < from;
    setLast({ button: `${id}-${steps[from]!.key}-${up ? 'up' : 'down'}`, place: to + 1 });
  };
  const set = (at: number, more: Partial<PathStep>) => onChange(replaced(steps, at, { ...steps[at]!, ...more }));
  return (
    <Panel title={t('paths.stepsTitle')} context={t('paths.edit.stepsWhy')}>
      <p role="status" className="zx-only-read">{last && t('paths.edit.movedTo', { number: last.place })}</p>
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          <li key={step.key}>
            <fieldset className={styles.step}>
              <legend className={styles.legend}>{t('paths.edit.stepNumber', { number: at + 1 })}</legend>
              <div className={styles.moves}>
                <Button id={`${id}-${step.key}-up`} disabled={at === 0} icon={<ArrowUpOutlined aria-hidden />} aria-label={t('paths.edit.up', { number: at + 1 })} onClick={() => move(at, at - 1)} />
                <Button id={`${id}-${step.key}-down`} disabled={at === steps.length - 1} icon={<ArrowDownOutlined aria-hidden />} aria-label={t('paths.edit.down', { number: at + 1 })} onClick={() => move(at, at + 1)} />
                <Button icon={<DeleteOutlined aria-hidden />} aria-label={t('paths.edit.removeStep', { number: at + 1 })} onClick={() => onChange(without(steps, at))} />
              </div>
              <div className={styles.fields}>
                <Field id={`${id}-${step.key}-title`} label={t('paths.edit.stepTitle')} {...(say(`step-${at}`) && { error: say(`step-${at}`)! })}><input {...control(`${id}-${step.key}-title`, say(`step-${at}`))} lang="zh-CN" maxLength={80} value={step.title} onChange={(event) => set(at, { title: event.target.value })} /></Field>
                <Field id={`${id}-${step.key}-required`} label={t('paths.edit.required')}>
                  <Select {...control(`${id}-${step.key}-required`)} value={step.required ? 'yes' : 'no'} onChange={(event) => set(at, { required: event.target.value === 'yes' })}><option value="yes">{t('mandatory')}</option><option value="no">{t('optional')}</option></Select>
                </Field>
                <Field id={`${id}-${step.key}-mode`} label={t('paths.edit.mode')}>
                  <Select {...control(`${id}-${step.key}-mode`)} value={step.mode} onChange={(event) => set(at, { mode: event.target.value === 'any' ? 'any' : 'all' })}><option value="all">{t('paths.mode.all')}</option><option value="any">{t('paths.mode.any')}</option></Select>
                </Field>
              </div>
              <ItemFields id={`${id}-${step.key}`} step={step} place={at} say={say} onChange={(items) => set(at, { items })} />
            </fieldset>
          </li>
        ))}
      </ol>
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...steps, freshStep()])} disabled={steps.length >= 40}>{t('paths.edit.addStep')}</Button>
    </Panel>
  );
}
