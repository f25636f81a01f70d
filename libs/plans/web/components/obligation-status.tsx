import { ObligationStatus } from '@zhixing/plans/contract';
import { type StatusLook, StatusTag } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';

const LOOKS: Record<ObligationStatus, StatusLook> = {
  not_started: 'idle', in_progress: 'running', due_soon: 'waiting', overdue: 'failed', completed: 'done', completed_late: 'warned', paused: 'paused', waived: 'ended', cancelled: 'ended',
};

/** How an obligation stands, in one word, one colour and one icon. */
export function ObligationStatusTag({ status, plain }: { status: ObligationStatus; plain?: boolean }) {
  const { t } = useTranslation('plans');
  return <StatusTag look={LOOKS[status]} plain={plain ?? false}>{t(`status.${status}`)}</StatusTag>;
}

/** Whether there is still something to do. */
export const isOpen = (status: ObligationStatus): boolean => (['not_started', 'in_progress', 'due_soon', 'overdue', 'paused'] satisfies ObligationStatus[] as ObligationStatus[]).includes(status);
