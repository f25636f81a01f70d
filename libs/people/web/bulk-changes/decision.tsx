import type { BulkProgress } from '@zhixing/people/contract';
import { control, Field, formatNumber, Notice, Refusal, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Origin, useDecision } from './api.ts';
import styles from './decision.module.css';

/** Apply or throw away. Where many are affected, their number is typed first: it is read then. */
export function Decision<View extends BulkProgress>({ origin, view }: { origin: Origin<View>; view: View }) {
  const { t } = useTranslation('people');
  const id = useId();
  const [typed, setTyped] = useState('');
  const confirm = useDecision(origin, view.id, 'confirm');
  const discard = useDecision(origin, view.id, 'discard');
  const undo = useDecision(origin, view.id, 'undo');
  const { affected, departments, staff } = view.counts!;
  const asks = view.state === 'waiting_confirmation';
  const send = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(asks ? { affected: Number(typed) } : {}, { onSuccess: ({ state }) => state === 'applied' && toast.undo(t('changes.done'), () => undo.mutate({})) });
  };
  const throwAway = <Button loading={discard.isPending} onClick={() => discard.mutate({})}>{t('changes.discard')}</Button>;
  if (!view.can.confirm) {
    return <Notice look="info" title={t('changes.nothing')}><p className={styles.what}>{t(`${origin.words}.nothingWhy`)}</p>{throwAway}</Notice>;
  }
  return (
    <Notice look={asks ? 'warned' : 'info'} title={t(asks ? 'changes.many' : `${origin.words}.ready`, { count: affected, written: formatNumber(affected), staff: formatNumber(staff), departments: formatNumber(departments) })}>
      <form className={styles.form} onSubmit={send}>
        {asks && (
          <Field id={`${id}-number`} label={t('changes.typeNumber')} hint={t('changes.typeNumberHint')}>
            <input {...control(`${id}-number`, undefined, true)} inputMode="numeric" autoComplete="off" required pattern="\d{1,7}" value={typed} onChange={(event) => setTyped(event.target.value.trim())} />
          </Field>
        )}
        <div className={styles.actions}>
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>{t(`${origin.words}.apply`)}</Button>
          {throwAway}
        </div>
      </form>
      {confirm.isError && <Refusal error={confirm.error} />}
    </Notice>
  );
}
