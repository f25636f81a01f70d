import { GrantWaiver, type ObligationView } from '@zhixing/plans/contract';
import { control, DropZone, Field, formatDay, toast, upload } from '@zhixing/platform/web';
import { StoredFile } from '@zhixing/platform/contract';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../components/day-field.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { ReasonField } from '../components/reason-field.tsx';
import { addDays, today } from '../days.ts';
import { useGrantWaiver } from './api.ts';

const EVIDENCE = ['.pdf', '.png', '.jpg', '.jpeg'];

/** Releases somebody for a time: why, on what evidence, until when. */
export function WaiverDialog({ obligation, onClose }: { obligation: ObligationView; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const grant = useGrantWaiver();
  const evidence = useMutation({ mutationFn: (file: File) => upload(StoredFile, '/files', file), meta: { ownError: true } });
  const [reason, setReason] = useState('');
  const [link, setLink] = useState('');
  const [expiresOn, setExpiresOn] = useState(addDays(today(), 365));
  const [wrong, setWrong] = useState<string[]>([]);
  const send = () => {
    const body = GrantWaiver.safeParse({ obligationId: obligation.id, reason, expiresOn, evidenceLink: link.trim() || undefined, evidenceFileId: evidence.data?.id });
    const missing = [...(body.error?.issues.map((issue) => String(issue.path[0])) ?? []), ...(link.trim() || evidence.data ? [] : ['evidence'])];
    setWrong(missing);
    if (!body.success || missing.length > 0) return;
    grant.mutate(body.data, { onSuccess: () => { toast.success(t('waiver.granted', { day: formatDay(expiresOn) })); onClose(); } });
  };
  const linkWrong = wrong.includes('evidenceLink') ? t('waiver.linkWrong') : wrong.includes('evidence') ? t('waiver.evidenceMissing') : undefined;
  return (
    <FormDialog title={t('waiver.title', { name: obligation.person.displayName })} send={t('waiver.grant')} pending={grant.isPending || evidence.isPending} error={grant.error ?? evidence.error} onSend={send} onClose={onClose}>
      <ReasonField id={`${id}-reason`} label={t('waiver.reason')} wrong={wrong.includes('reason') ? t('wrong.reason') : undefined} value={reason} onChange={setReason} />
      <DropZone
        accept={EVIDENCE} title={evidence.data ? t('waiver.attached', { name: evidence.data.name }) : t('waiver.drop')} hint={t('waiver.fileHint')} choose={t('waiver.choose')} wrong={t('waiver.fileWrong')} onFile={(file) => evidence.mutate(file)}
      />
      <Field id={`${id}-link`} label={t('waiver.link')} hint={t('waiver.linkHint')} {...(linkWrong && { error: linkWrong })}>
        <input {...control(`${id}-link`, linkWrong, true)} type="url" lang="en" value={link} onChange={(event) => setLink(event.target.value)} />
      </Field>
      <DayField id={`${id}-expires`} label={t('waiver.expires')} hint={t('waiver.expiresHint')} wrong={wrong.includes('expiresOn') ? t('wrong.day') : undefined} min={today()} value={expiresOn} onChange={setExpiresOn} />
    </FormDialog>
  );
}
