import FieldTimeOutlined from '@ant-design/icons/FieldTimeOutlined';
import { formatDay, formatMonthDay } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { today } from '../days.ts';
import { openObligationsQuery } from '../obligations/api.ts';
import { obligationPath } from '../paths.ts';
import styles from './due-chip.module.css';

/** On a course and in its player: that it is mandatory for me, and until when; leads to why. Nothing for whoever does not owe it. */
export function DueChip({ courseId }: { courseId: string }) {
  const { t } = useTranslation('plans');
  const mine = useQuery(openObligationsQuery).data?.items.filter((one) => one.target.id === courseId && one.status !== 'waived' && one.status !== 'cancelled');
  const nearest = mine?.find((one) => one.mandatory) ?? mine?.[0];
  if (!nearest) return null;
  const day = nearest.dueOn.slice(0, 4) === today().slice(0, 4) ? formatMonthDay(nearest.dueOn) : formatDay(nearest.dueOn);
  return (
    <Link to={obligationPath(nearest.id)} className={`${styles.chip} ${nearest.status === 'overdue' ? styles.late : ''}`} title={t('due.tooltip', { day: formatDay(nearest.dueOn), zone: nearest.zone === 'Asia/Shanghai' ? t('due.beijing') : nearest.zone })}>
      <FieldTimeOutlined aria-hidden />{t(nearest.status === 'overdue' ? 'chip.late' : nearest.mandatory ? 'chip.mandatory' : 'chip.optional', { day })}
    </Link>
  );
}
