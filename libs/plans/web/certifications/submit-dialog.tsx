import { SubmitExternalCertificate } from '@zhixing/plans/contract';
import { StoredFile } from '@zhixing/platform/contract';
import { control, DropZone, Field, Select, toast, upload } from '@zhixing/platform/web';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { DayField } from '../components/day-field.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { useSubmitCertificate } from './api.ts';
import styles from './certifications.module.css';

const DOCUMENT = ['.pdf', '.png', '.jpg', '.jpeg'];

/** Hands in a certificate of another body: which, its number and dates, and the document. */
export function SubmitDialog({ external, onClose }: { external: { id: string; title: string }[]; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const submit = useSubmitCertificate();
  const document = useMutation({ mutationFn: (file: File) => upload(StoredFile, '/files', file), meta: { ownError: true } });
  const [idempotencyKey] = useState(() => v7());
  const [certificationId, setCertification] = useState(external.length === 1 ? external[0]!.id : '');
  const [number, setNumber] = useState('');
  const [issuedOn, setIssued] = useState('');
  const [validUntil, setUntil] = useState('');
  const [checked, setChecked] = useState(false);
  const body = SubmitExternalCertificate.safeParse({ certificationId, number, issuedOn, validUntil: validUntil || null, fileId: document.data?.id });
  const wrong = new Set(checked ? body.error?.issues.map((issue) => String(issue.path[0])) : []);
  const send = () => {
    setChecked(true);
    if (body.success) submit.mutate({ idempotencyKey, body: body.data }, { onSuccess: () => { toast.success(t('certification.submitted')); onClose(); } });
  };
  const say = (field: string) => (wrong.has(field) ? t(`certification.wrong.${field}`) : undefined);
  return (
    <FormDialog title={t('certification.submit')} send={t('certification.send')} pending={submit.isPending} error={submit.error ?? document.error} onSend={send} onClose={onClose}>
      <Field id={`${id}-which`} label={t('certification.title')} {...(say('certificationId') && { error: say('certificationId')! })}>
        <Select {...control(`${id}-which`, say('certificationId'))} value={certificationId} onChange={(event) => setCertification(event.target.value)}>
          <option value="">{t('certification.choose')}</option>
          {external.map((one) => <option key={one.id} value={one.id} lang="zh-CN">{one.title}</option>)}
        </Select>
      </Field>
      <Field id={`${id}-number`} label={t('certification.number')} {...(say('number') && { error: say('number')! })}>
        <input {...control(`${id}-number`, say('number'))} lang="en" maxLength={60} autoComplete="off" value={number} onChange={(event) => setNumber(event.target.value)} />
      </Field>
      <DayField id={`${id}-issued`} label={t('certification.issuedOn')} wrong={say('issuedOn')} value={issuedOn} onChange={setIssued} />
      <DayField id={`${id}-until`} label={t('certification.validUntil')} hint={t('certification.untilHint')} wrong={say('validUntil')} min={issuedOn} value={validUntil} onChange={setUntil} />
      <DropZone
        accept={DOCUMENT} title={document.data ? t('waiver.attached', { name: document.data.name }) : t('certification.drop')} hint={t('certification.dropHint')} choose={t('waiver.choose')} wrong={t('waiver.fileWrong')} onFile={(file) => document.mutate(file)}
      />
      {say('fileId') && <p role="alert" className={styles.wrong}>{say('fileId')}</p>}
    </FormDialog>
  );
}
