import UserAddOutlined from '@ant-design/icons/UserAddOutlined';
import { useQueryClient } from '@tanstack/react-query';
import type { Member, MemberObligation } from '@zhixing/insights/contract';
import { assignPath, DueText, obligationPath, ObligationStatusTag, RemindButton } from '@zhixing/plans/web';
import { EmptyState, formatDay, formatRelativeDay, Panel } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLinkClickHandler } from 'react-router';
import styles from './obligations-panel.module.css';

/** What the member must do and has done, with due dates, what was granted and how often somebody reminded; each leads to its own page. */
export function ObligationsPanel({ person, obligations }: Pick<Member, 'person' | 'obligations'>) {
  const { t } = useTranslation('insights');
  const assign = useLinkClickHandler<HTMLElement>(assignPath(person.id));
  return (
    <Panel
      title={t('member.obligations')} flush={obligations.length > 0} className={styles.panel}
      extra={<Button icon={<UserAddOutlined aria-hidden />} href={assignPath(person.id)} onClick={assign}>{t('member.assign')}</Button>}
    >
      {obligations.length === 0 && <EmptyState drawing="done" title={t('member.noObligations')}>{t('member.noObligationsWhy')}</EmptyState>}
      {obligations.length > 0 && <ul>{obligations.map((one) => <Line key={one.id} one={one} person={person} />)}</ul>}
    </Panel>
  );
}

function Line({ one, person }: { one: MemberObligation; person: Member['person'] }) {
  const { t } = useTranslation('insights');
  const client = useQueryClient();
  const facts = [
    ...(one.mandatory ? [] : [t('member.optional')]),
    ...(one.extensions > 0 ? [t('member.extensions', { count: one.extensions })] : []),
    ...(one.waivedUntil ? [t('member.waivedUntil', { day: formatDay(one.waivedUntil) })] : []),
    ...(one.reminders > 0 ? [t('member.reminders', { count: one.reminders })] : []),
    ...(one.remindedAt ? [t('action.reminded', { day: formatRelativeDay(one.remindedAt) })] : []),
  ];
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <Link to={obligationPath(one.id)} lang="zh-CN">{one.target.title}</Link>
        {one.assignment.title !== one.target.title && <p lang="zh-CN" className={styles.small}>{one.assignment.title}</p>}
        {facts.length > 0 && <p className={styles.small}>{facts.join(t('member.and'))}</p>}
      </div>
      <DueText due={one} />
      <div><ObligationStatusTag status={one.status} plain /></div>
      <div className={styles.act}>{(one.can.remind || one.remindAgainOn) && !one.completedAt && one.status !== 'waived' && one.status !== 'paused' && <RemindButton rows={[{ id: one.id, person, target: one.target }]} againOn={one.remindAgainOn} onDone={() => void client.invalidateQueries({ queryKey: ['insights'] })} />}</div>
    </li>
  );
}
