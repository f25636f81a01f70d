import { useQuery } from '@tanstack/react-query';
import type { Member } from '@zhixing/insights/contract';
import { Avatar, formatDay, PageHeader, QueryView, Skeleton } from '@zhixing/platform/web';
import { PersonSkillsPanel } from '@zhixing/skills/web';
import { PersonRecognition } from '@zhixing/recognition/web';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { memberQuery } from '../api.ts';
import { ActivityPanel } from '../member/activity-panel.tsx';
import { CertificationsPanel } from '../member/certifications-panel.tsx';
import { CoursesPanel } from '../member/courses-panel.tsx';
import { MemberFigures } from '../member/member-figures.tsx';
import { NeedsPanel } from '../member/needs-panel.tsx';
import { ObligationsPanel } from '../member/obligations-panel.tsx';
import type { FromTeam } from '../team/member-path.ts';
import styles from '../member/member.module.css';

/** One member of the team: facts for a talk between the two. Raw answers are not among them, and the page says so. */
export default function MemberPage() {
  const { t } = useTranslation('insights');
  const { id = '' } = useParams();
  const from = useLocation().state as FromTeam | null;
  const query = useQuery(memberQuery(id));
  const back = { to: `/team${from?.team ?? ''}`, label: t('member.back') };
  return (
    <>
      <PageHeader title={query.data?.person.displayName ?? t('member.title')} titleLanguage={query.data && 'zh-CN'} back={back} context={query.data ? <Who member={query.data} /> : undefined} />
      <QueryView query={query} loading={<Skeleton lines={8} />}>
        {(member) => (
          <>
            <MemberFigures figures={member.figures} />
            <ObligationsPanel person={member.person} obligations={member.obligations} />
            {member.certifications.length > 0 && <CertificationsPanel certifications={member.certifications} />}
            {member.attention.length > 0 && <NeedsPanel rows={member.attention} />}
            <CoursesPanel courses={member.courses} />
            <ActivityPanel weeks={member.weeks} />
            <div className={styles.panel}><PersonSkillsPanel personId={member.person.id} /></div>
            <div className={styles.panel}><Suspense fallback={null}><PersonRecognition personId={id} /></Suspense></div>
            <p className={styles.note}>{t('member.privacy')}</p>
          </>
        )}
      </QueryView>
    </>
  );
}

function Who({ member: { person, manager, memberSince } }: { member: Member }) {
  const { t } = useTranslation('insights');
  return (
    <span className={styles.who}>
      <Avatar name={person.displayName} departmentId={person.department.id} size={40} />
      <span className={styles.facts}>
        <span lang="zh-CN">{t('platform:personLine', { position: person.position, department: person.department.name })}</span>
        <span>{t('member.number', { number: person.staffNumber })}</span>
        {manager && <span>{t('member.manager')} <span lang="zh-CN">{manager.displayName}</span></span>}
        {memberSince && <span>{t('member.since', { day: formatDay(memberSince) })}</span>}
      </span>
    </span>
  );
}
