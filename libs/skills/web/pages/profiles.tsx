import type { RoleProfile } from '@zhixing/skills/contract';
import { skillsPages } from '@zhixing/skills/contract';
import { EmptyState, localized, PageHeader, QueryView, SkeletonCards, StatusTag } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { personSkillsQuery, profilesQuery } from '../api.ts';
import { SectionLinks } from '../components/section-links.tsx';
import { profilePath } from '../paths.ts';
import styles from './profiles.module.css';

/** What the roles around large models ask for, the scarce directions first. */
export default function ProfilesPage() {
  const { t } = useTranslation('skills');
  const query = useQuery(profilesQuery);
  const target = useQuery(personSkillsQuery('me')).data?.target?.id;
  return (
    <>
      <PageHeader title={localized(skillsPages.profiles.title)} context={t('profiles.context')}><SectionLinks /></PageHeader>
      <QueryView query={query} loading={<SkeletonCards count={6} />} empty={({ items }) => items.length === 0 && <EmptyState drawing="search" title={t('profiles.none')} />}>
        {({ items }) => <ul className={styles.grid}>{items.map((profile) => <li key={profile.id} className={styles.card}><Card profile={profile} chosen={profile.id === target} /></li>)}</ul>}
      </QueryView>
    </>
  );
}

function Card({ profile, chosen }: { profile: RoleProfile; chosen: boolean }) {
  const { t } = useTranslation('skills');
  return (
    <>
      <h2 className={styles.title}><Link to={profilePath(profile.id)}>{localized(profile.name)}</Link></h2>
      <p className={styles.words}>{localized(profile.description)}</p>
      <p className={styles.facts}>
        <span>{t('profiles.skills', { count: profile.skills })}</span>
        {profile.scarce && <StatusTag look="warned">{t('profiles.scarce')}</StatusTag>}
        {chosen && <StatusTag look="done">{t('profiles.mine')}</StatusTag>}
      </p>
    </>
  );
}
