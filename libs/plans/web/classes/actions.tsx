import CopyOutlined from '@ant-design/icons/CopyOutlined';
import EditOutlined from '@ant-design/icons/EditOutlined';
import MoreOutlined from '@ant-design/icons/MoreOutlined';
import StopOutlined from '@ant-design/icons/StopOutlined';
import type { ClassView } from '@zhixing/plans/contract';
import { control, Field, MenuButton, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { v7 } from 'uuid';
import { DayField } from '../components/day-field.tsx';
import { FormDialog } from '../components/form-dialog.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { addDays, today } from '../days.ts';
import { classPath, editClassPath } from '../paths.ts';
import { useCancelClass, useCloseClass, useCopyClass, usePublishClass } from './api.ts';
import styles from './classes.module.css';

/** What can be done to a class in its state: publish, close, and behind a button change, copy, cancel. */
export function ClassActions({ view }: { view: ClassView }) {
  const { t } = useTranslation('plans');
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'cancel' | 'close' | 'copy'>();
  const publish = usePublishClass(view.id);
  const cancel = useCancelClass(view.id);
  const done = () => setDialog(undefined);
  const going = view.status === 'draft' || view.status === 'published' || view.status === 'running' || view.status === 'over';
  const closable = going && view.status !== 'draft' && view.endsOn <= today();
  return (
    <div className={styles.actions}>
      <MenuButton
        label={t('classes.more')}
        entries={[
          ...(going ? [{ key: 'edit', label: t('classes.edit'), icon: EditOutlined, onSelect: () => void navigate(editClassPath(view.id)) }] : []),
          { key: 'copy', label: t('classes.copy'), icon: CopyOutlined, onSelect: () => setDialog('copy') },
          ...(going ? [{ key: 'cancel', label: t('classes.cancel'), icon: StopOutlined, onSelect: () => setDialog('cancel') }] : []),
        ]}
      ><MoreOutlined /></MenuButton>
      {view.status === 'draft' && <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(undefined, { onSuccess: () => toast.success(t('classes.published')), onError: (error) => toast.error(error.message) })}>{t('classes.publish')}</Button>}
      {closable && <Button type="primary" aria-haspopup="dialog" onClick={() => setDialog('close')}>{t('classes.close')}</Button>}
      {dialog === 'cancel' && <ReasonDialog danger title={t('classes.cancelTitle')} label={t('classes.cancelReason')} hint={t('classes.cancelHint')} send={t('classes.cancel')} pending={cancel.isPending} error={cancel.error} onSend={(reason) => cancel.mutate(reason, { onSuccess: () => { toast.success(t('classes.cancelled')); done(); } })} onClose={done} />}
      {dialog === 'close' && <CloseDialog view={view} onClose={done} />}
      {dialog === 'copy' && <CopyDialog view={view} onClose={done} />}
    </div>
  );
}

function CloseDialog({ view, onClose }: { view: ClassView; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const close = useCloseClass(view.id);
  const [cost, setCost] = useState('');
  const send = () => close.mutate({ cost: cost === '' ? null : Math.round(Number(cost)) }, { onSuccess: () => { toast.success(t('classes.closed')); onClose(); } });
  return (
    <FormDialog title={t('classes.closeTitle')} send={t('classes.close')} pending={close.isPending} error={close.error} onSend={send} onClose={onClose}>
      <p className={styles.text}>{t('classes.closeWhy')}</p>
      <Field id={`${id}-cost`} label={t('classes.cost')} hint={t('classes.costHint')}><input {...control(`${id}-cost`, undefined, true)} type="number" min={0} max={100_000_000} step={1} value={cost} onChange={(event) => setCost(event.target.value)} /></Field>
    </FormDialog>
  );
}

/** A year on unless somebody says otherwise. */
const YEAR = 364;

function CopyDialog({ view, onClose }: { view: ClassView; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const id = useId();
  const navigate = useNavigate();
  const copy = useCopyClass(view.id);
  const [idempotencyKey] = useState(() => v7());
  const [title, setTitle] = useState(view.title);
  const [startsOn, setStartsOn] = useState(() => addDays(view.startsOn, YEAR));
  const send = () => title.trim() && startsOn && copy.mutate({ idempotencyKey, body: { title: title.trim(), startsOn } }, { onSuccess: (made) => { toast.success(t('classes.copied')); void navigate(classPath(made.id)); onClose(); } });
  return (
    <FormDialog title={t('classes.copyTitle')} send={t('classes.copy')} pending={copy.isPending} error={copy.error} onSend={send} onClose={onClose}>
      <p className={styles.text}>{t('classes.copyWhy')}</p>
      <Field id={`${id}-title`} label={t('classes.field.title')} {...(!title.trim() && { error: t('classes.wrong.title') })}><input {...control(`${id}-title`)} lang="zh-CN" maxLength={80} value={title} onChange={(event) => setTitle(event.target.value)} /></Field>
      <DayField id={`${id}-starts`} label={t('classes.field.startsOn')} value={startsOn} onChange={setStartsOn} />
    </FormDialog>
  );
}
