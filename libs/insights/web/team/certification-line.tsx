import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import ExclamationCircleOutlined from '@ant-design/icons/ExclamationCircleOutlined';
import type { TeamCertification, TeamScope } from '@zhixing/insights/contract';
import { CycleStateTag, RemindButton } from '@zhixing/plans/web';
import { formatDay, formatRelativeDay, PersonLine } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './certification-line.module.css';
import { type FromTeam, memberPath } from './member-path.ts';

/** Days left from which on the end of a certification is near. */
const NEAR = 30;

/** Who holds what until when, since when it can be renewed, and a reminder. The name leads to the person. */
export function CertificationLine({ row, scope, onReminded }: { row: TeamCertification; scope: TeamScope; onReminded: () => void }) {
  const { t } = useTranslation('insights');
  const { person, certification, days } = row;
  const near = days <= NEAR;
  const Icon = near ? ExclamationCircleOutlined : ClockCircleOutlined;
  return (
    <li className={styles.row}>
      <div lang="zh-CN" className={styles.person}>
        <PersonLine person={person} name={<Link to={memberPath(person.id)} state={{ team: scope === 'line' ? '?scope=line' : '' } satisfies FromTeam}>{person.displayName}</Link>} />
      </div>
      <div className={styles.what}>
        <p lang="zh-CN" className={styles.title}>{certification.title}</p>
        <CycleStateTag state={row.state} plain />
      </div>
      <div className={styles.until}>
        <p className={near ? styles.near : styles.later}><Icon aria-hidden />{days === 0 ? t('ending.today') : t('ending.left', { count: days })}</p>
        <p className={styles.small}>{t('member.validUntil', { day: formatDay(row.validUntil) })}</p>
      </div>
      <div className={styles.small}>
        <p>{t('ending.renewable', { day: formatDay(row.renewableSince) })}</p>
        <p>{row.remindedAt ? t('action.reminded', { day: formatRelativeDay(row.remindedAt) }) : t('action.notReminded')}</p>
      </div>
      <div className={styles.act}>
        <RemindButton of="certification-cycles" rows={[{ id: row.cycleId, person, target: certification }]} againOn={row.remindAgainOn} onDone={onReminded} />
      </div>
    </li>
  );
}
