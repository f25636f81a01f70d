import type { HrImportView } from '@zhixing/people/contract';
import { control, Field, formatNumber, Notice, Refusal } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirm, useDiscard } from './api.ts';
import styles from './decision.module.css';

/** Apply or throw away. Where many are affected, their number is typed first: it is read then. */
export function Decision({ view }: { view: HrImportView }) {
  const { t } = useTranslation('people');
  const id = useId();
  const [typed, setTyped] = useState('');
  const confirm = useConfirm(view.id);
  const discard = useDiscard(view.id);
  const { affected, departments, staff } = view.counts!;
  const asks = view.state === 'waiting_confirmation';
  const send = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(asks ? Number(typed) : undefined);
  };
  if (!view.can.confirm) {
    return <Notice look="info" title={t('hrImports.nothing')}><p className={styles.what}>{t('hrImports.nothingWhy')}</p><Button loading={discard.isPending} onClick={() => discard.mutate()}>{t('hrImports.discard')}</Button></Notice>;
  }
  return (
    <Notice look={asks ? 'warned' : 'info'} title={t(asks ? 'hrImports.many' : 'hrImports.ready', { count: affected, written: formatNumber(affected), staff: formatNumber(staff), departments: formatNumber(departments) })}>
      <form className={styles.form} onSubmit={send}>
        {asks && (
          <Field id={`${id}-number`} label={t('hrImports.typeNumber')} hint={t('hrImports.typeNumberHint')}>
            <input {...control(`${id}-number`, undefined, true)} inputMode="numeric" autoComplete="off" required pattern="\d{1,7}" value={typed} onChange={(event) => setTyped(event.target.value.trim())} />
          </Field>
        )}
        <div className={styles.actions}>
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>{t('hrImports.apply')}</Button>
          <Button loading={discard.isPending} onClick={() => discard.mutate()}>{t('hrImports.discard')}</Button>
        </div>
      </form>
      {confirm.isError && <Refusal error={confirm.error} />}
    </Notice>
  );
}
