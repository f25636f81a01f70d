import { lessonPath } from '@zhixing/courses/web';
import type { ObligationRow } from '@zhixing/plans/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLinkClickHandler } from 'react-router';
import { isOpen } from '../components/obligation-status.tsx';
import { targetPath } from '../paths.ts';

/** The one way on: into the lesson where one left, or to the course or path. Nothing where there is nothing left to do. */
export function GoLink({ row, size = 'middle' }: { row: ObligationRow; size?: 'middle' | 'large' }) {
  const { t } = useTranslation('plans');
  const to = row.registrationId ? lessonPath(row.registrationId) : targetPath(row.target);
  const go = useLinkClickHandler<HTMLElement>(to);
  if (!isOpen(row.status)) return null;
  const word = t(row.registrationId || (row.target.kind === 'path' && row.status === 'in_progress') ? 'go.on' : 'go.start');
  return <Button type={row.status === 'overdue' || size === 'large' ? 'primary' : 'default'} size={size} href={to} onClick={go}>{word}<span className="zx-only-read" lang="zh-CN">{row.target.title}</span></Button>;
}
