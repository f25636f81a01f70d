import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import MoreOutlined from '@ant-design/icons/MoreOutlined';
import RollbackOutlined from '@ant-design/icons/RollbackOutlined';
import { useMe } from '@zhixing/access/web';
import type { PlanView } from '@zhixing/plans/contract';
import { ExportButton, MenuButton, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../components/form-dialog.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { useApprovePlan, useClosePlan, useSendPlanBack, useSubmitPlan } from './api.ts';
import styles from './annual-plan.module.css';

/** What can be done to a plan in its state: submit, approve, and behind a button send back and close; and the workbook. */
export function PlanActions({ plan }: { plan: PlanView }) {
  const { t } = useTranslation('plans');
  const me = useMe();
  const [dialog, setDialog] = useState<'back' | 'close'>();
  const [submit, approve, back, close] = [useSubmitPlan(plan.id), useApprovePlan(plan.id), useSendPlanBack(plan.id), useClosePlan(plan.id)];
  const done = () => setDialog(undefined);
  const say = (words: string) => ({ onSuccess: () => { toast.success(t(words)); done(); }, onError: (error: Error) => toast.error(error.message) });
  const own = plan.submitted?.by.id === me.person.id;
  const entries = [
    ...(plan.can.sendBack ? [{ key: 'back', label: t(own ? 'annual.takeBack' : 'annual.sendBack'), icon: RollbackOutlined, onSelect: () => setDialog('back') }] : []),
    ...(plan.can.close ? [{ key: 'close', label: t('annual.close'), icon: CloseCircleOutlined, onSelect: () => setDialog('close') }] : []),
  ];
  return (
    <div className={styles.actions}>
      <ExportButton personal kind="annual-plan" parameters={{ planId: plan.id }} label={t('annual.export')} />
      {entries.length > 0 && <MenuButton label={t('annual.more')} entries={entries}><MoreOutlined /></MenuButton>}
      {plan.can.submit && <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate(undefined, say('annual.submitted'))}>{t('annual.submit')}</Button>}
      {plan.can.approve && <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate(undefined, say('annual.approved'))}>{t('annual.approve')}</Button>}
      {dialog === 'back' && <ReasonDialog title={t('annual.sendBackTitle')} label={t('annual.sendBackReason')} send={t(own ? 'annual.takeBack' : 'annual.sendBack')} pending={back.isPending} error={back.error} onSend={(note) => back.mutate(note, { onSuccess: () => { toast.success(t('annual.sentBack')); done(); } })} onClose={done} />}
      {dialog === 'close' && <FormDialog danger title={t('annual.closeTitle')} send={t('annual.close')} pending={close.isPending} error={close.error} onSend={() => close.mutate(undefined, { onSuccess: () => { toast.success(t('annual.closed')); done(); } })} onClose={done}><p className={styles.plain}>{t('annual.closeWhy')}</p></FormDialog>}
    </div>
  );
}
