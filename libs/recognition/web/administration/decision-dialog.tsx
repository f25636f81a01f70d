import { control, Field, Refusal, Select, Sheet } from '@zhixing/platform/web';
import { RevocationGrounds } from '@zhixing/recognition/contract';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DecisionRequest, useDecide } from '../api.ts';
import styles from './decision-dialog.module.css';

/** A decision one can take: what it is called, where it goes, and whether it revokes. */
export interface Choice { name: 'revoke' | 'reissue' | 'review' | 'keep'; path: string; outcome?: 'keep' | 'revoke'; revokes?: boolean }

/** Asks for the reason of a decision, and for the grounds when it revokes; nothing is decided without. */
export function DecisionDialog({ choice, onClose, onDone }: { choice: Choice | undefined; onClose: () => void; onDone: (certificateId: string) => void }) {
  const { t } = useTranslation('recognition');
  const title = choice ? t(`decide.${choice.name}.title`) : '';
  const id = useId();
  const decide = useDecide();
  return (
    <Sheet
      open={choice !== undefined} side="middle" title={title} onClose={onClose}
      footer={choice && <><Button size="large" onClick={onClose}>{t('decide.cancel')}</Button><Button size="large" type="primary" danger={choice.revokes} htmlType="submit" form={id} loading={decide.isPending}>{t(`decide.${choice.name}.send`)}</Button></>}
    >
      {choice && <DecisionForm id={id} choice={choice} error={decide.error} onSend={(request) => decide.mutate(request, { onSuccess: (stored) => onDone(stored.id) })} />}
    </Sheet>
  );
}

function DecisionForm({ id, choice, error, onSend }: { id: string; choice: Choice; error: unknown; onSend: (request: DecisionRequest) => void }) {
  const { t } = useTranslation('recognition');
  const [reason, setReason] = useState('');
  const [grounds, setGrounds] = useState<RevocationGrounds>('result_changed');
  const [asked, setAsked] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim()) onSend({ path: choice.path, body: { reason: reason.trim(), ...(choice.outcome && { outcome: choice.outcome }), ...(choice.revokes && { grounds }) } });
    else document.getElementById(`${id}-reason`)?.focus();
  };
  const wrong = asked && !reason.trim() ? t('decide.reasonMissing') : undefined;
  return (
    <form id={id} className={styles.form} noValidate onSubmit={send}>
      <p className={styles.note}>{t(`decide.${choice.name}.note`)}</p>
      {choice.revokes && (
        <Field id={`${id}-grounds`} label={t('decide.grounds')} hint={t('decide.groundsHint')}>
          <Select {...control(`${id}-grounds`, undefined, true)} value={grounds} onChange={(event) => setGrounds(RevocationGrounds.parse(event.target.value))}>
            {RevocationGrounds.options.map((one) => <option key={one} value={one}>{t(`grounds.${one}`)}</option>)}
          </Select>
        </Field>
      )}
      <Field id={`${id}-reason`} label={t('decide.reason')} hint={t('decide.reasonHint')} error={wrong}>
        <textarea {...control(`${id}-reason`, wrong, true)} rows={4} maxLength={1000} required lang="zh-CN" value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {error !== null && <Refusal error={error} />}
    </form>
  );
}
