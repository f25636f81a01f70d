import type { RoleProfileView } from '@zhixing/skills/contract';
import { skillsPages } from '@zhixing/skills/contract';
import { localized, PageHeader, Panel, QueryView, Skeleton, StatusTag, TableBox, tableStyles as table, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { personSkillsQuery, profileQuery, useChooseTarget } from '../api.ts';
import { LevelSteps, levelText } from '../components/level.tsx';
import { editProfilePath, frameworkPath } from '../paths.ts';
import styles from './profile.module.css';

/** A role profile: skills by weight with the required level, where I stand, and making it my target. */
export default function ProfilePage() {
  const { id = '' } = useParams();
  const query = useQuery(profileQuery(id));
  return <QueryView query={query} loading={<Skeleton lines={8} />}>{(profile) => <Profile profile={profile} />}</QueryView>;
}

function Profile({ profile }: { profile: RoleProfileView }) {
  const { t } = useTranslation('skills');
  const card = useQuery(personSkillsQuery('me')).data;
  const navigate = useNavigate();
  const choose = useChooseTarget();
  const chosen = card?.target?.id === profile.id;
  const levels = new Map(card?.skills.map(({ skill, level }) => [skill.id, level]));
  return (
    <>
      <PageHeader
        title={localized(profile.name)} context={localized(profile.description)} back={{ to: skillsPages.profiles.path, label: localized(skillsPages.profiles.title) }}
        action={(
          <>
            {profile.can.edit && <Button size="large" onClick={() => void navigate(editProfilePath(profile.id))}>{t('profileForm.edit')}</Button>}
            {card && !chosen && <Button type="primary" size="large" loading={choose.isPending} onClick={() => choose.mutate(profile.id, { onSuccess: () => toast.success(t('target.saved')) })}>{t('profiles.choose')}</Button>}
          </>
        )}
      >
        {(profile.scarce || chosen) && (
          <span className={styles.tags}>
            {profile.scarce && <StatusTag look="warned">{t('profiles.scarce')}</StatusTag>}
            {chosen && <StatusTag look="done">{t('profiles.mine')}</StatusTag>}
          </span>
        )}
      </PageHeader>
      <Panel title={t('profiles.requirements')} context={t('profiles.requirementsContext')} flush>
        <TableBox label={t('profiles.requirements')}>
          <table className={table.table}>
            <thead><tr><th scope="col">{t('profiles.skill')}</th><th scope="col">{t('profiles.level')}</th><th scope="col">{t('profiles.now')}</th><th scope="col" className={table.number}>{t('profiles.weight')}</th><th scope="col">{t('profiles.anchor')}</th></tr></thead>
            <tbody>
              {profile.requirements.map(({ skill, level, weight, anchor }) => (
                <tr key={skill.id}>
                  <td className={styles.skill}><Link to={frameworkPath(skill.id)}>{localized(skill.name)}</Link></td>
                  <td className={styles.level}><LevelSteps level={levels.get(skill.id) ?? 0} target={level} /> {levelText(level)}</td>
                  <td className={styles.level}>{card ? levelText(levels.get(skill.id) ?? 0) : '…'}</td>
                  <td className={table.number}>{weight}</td>
                  <td className={styles.anchor}>{localized(anchor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </Panel>
    </>
  );
}
