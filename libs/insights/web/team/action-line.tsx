import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { AttentionReasonText } from '@zhixing/courses/web';
import type { ActionRow, DueRow } from '@zhixing/insights/contract';
import { obligationPath, RemindButton } from '@zhixing/plans/web';
import { formatDay, formatPercent, formatRelativeDay, PersonLine } from '@zhixing/platform/web';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import styles from './attention-panel.module.css';
import { type FromTeam, memberPath } from './member-path.ts';

/** Who, what, why, and what to do about it. The row leads to the person; what is mandatory leads to the obligation and can be reminded of. */
export function ActionLine({ row, chosen, onChoose, onReminded }: { row: ActionRow; chosen: boolean; onChoose: (obligationId: string, on: boolean) => void; onReminded: () => void }) {
  const { t } = useTranslation('insights');
  const { search } = useLocation();
  const due = row.kind === 'obligation' ? row : undefined;
  return (
    <li className={styles.row}>
      <div className={styles.box}>
        {due && !due.remindAgainOn && <Checkbox aria-label={t('action.choose', { name: row.person.displayName, title: due.target.title })} checked={chosen} onChange={(event) => onChoose(due.obligationId, event.target.checked)} />}
      </div>
      <div lang="zh-CN" className={styles.person}>
        <PersonLine person={row.person} name={<Link to={memberPath(row.person.id)} state={{ team: search } satisfies FromTeam} className={styles.link}>{row.person.displayName}</Link>} />
      </div>
      <div className={styles.course}>
        <p lang="zh-CN" className={styles.title}>{due ? <Link to={obligationPath(due.obligationId)} className={styles.item}>{due.target.title}</Link> : row.kind === 'registration' && row.course.title}</p>
        <p className={styles.percent}>
          {due && due.assignment.title !== due.target.title && <><span lang="zh-CN">{due.assignment.title}</span> · </>}{t('attention.percent', { percent: formatPercent(row.percent) })}
        </p>
      </div>
      <div className={styles.reason}>{row.kind === 'obligation' ? <Due row={row} /> : <AttentionReasonText reason={row.reason} />}</div>
      <div className={styles.act}>
        {due ? <RemindButton rows={[{ ...due, id: due.obligationId }]} againOn={due.remindAgainOn} onDone={onReminded} /> : <RightOutlined aria-hidden className={styles.arrow} />}
      </div>
    </li>
  );
}

/** Since when late, or until when; and when somebody last reminded of it. */
function Due({ row: { status, dueOn, days, remindedAt } }: { row: DueRow }) {
  const { t } = useTranslation('insights');
  const late = status === 'overdue';
  const Icon = late ? ExclamationCircleOutlined : ClockCircleOutlined;
  const words = late ? t('action.late', { count: days }) : days === 0 ? t('action.today') : t('action.left', { count: days });
  return (
    <>
      <p className={late ? styles.late : styles.soon}><Icon aria-hidden />{words}</p>
      <p className={styles.percent}>{t('action.dueOn', { day: formatDay(dueOn) })} · {remindedAt ? t('action.reminded', { day: formatRelativeDay(remindedAt) }) : t('action.notReminded')}</p>
    </>
  );
}
