import { useQuery } from '@tanstack/react-query';
import { Avatar, PageHeader, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { loginsQuery, useLogout, useMe } from '../api.ts';
import { Logins } from '../components/logins.tsx';
import { LookChoices } from '../components/look-choices.tsx';
import { SecondFactorPanel } from '../components/second-factor-panel.tsx';
import styles from './profile.module.css';

/** Who I am, how the interface looks, my second factor, where I am signed in. */
export default function ProfilePage() {
  const { t } = useTranslation('access');
  const me = useMe();
  const logout = useLogout();
  const logins = useQuery(loginsQuery);
  const { person } = me;
  const roles = [...(me.roles.length === 0 ? ['employee'] : []), ...(me.manages ? ['manager'] : []), ...me.roles];
  return (
    <>
      <PageHeader title={t('profile.title')} context={t('profile.context')} action={<Button loading={logout.isPending} onClick={() => logout.mutate()}>{t('profile.signOut')}</Button>} />
      <div className={styles.grid}>
        <Panel title={t('profile.facts')} context={t('profile.factsHint')}>
          <div className={styles.who}>
            <Avatar name={person.displayName} departmentId={person.department.id} size={56} />
            <p className={styles.name} lang="zh-CN">{person.displayName}</p>
          </div>
          <dl className={styles.facts}>
            <div><dt>{t('profile.staffNumber')}</dt><dd>{person.staffNumber}</dd></div>
            <div><dt>{t('profile.department')}</dt><dd lang="zh-CN">{person.department.name}</dd></div>
            <div><dt>{t('profile.position')}</dt><dd lang="zh-CN">{person.position}</dd></div>
            <div><dt>{t('profile.roles')}</dt><dd>{roles.map((role) => <span key={role} className={styles.role}>{t(`role.${role}`)}</span>)}</dd></div>
          </dl>
        </Panel>
        <Panel title={t('profile.preferences')} context={t('profile.preferencesHint')}>
          <LookChoices />
        </Panel>
        <SecondFactorPanel className={styles.wide} />
        <Panel title={t('profile.logins')} context={t('profile.loginsHint')} flush className={styles.wide}>
          <QueryView query={logins} loading={<div className={styles.inset}><Skeleton lines={3} /></div>}>{(list) => <Logins items={list.items} />}</QueryView>
        </Panel>
      </div>
    </>
  );
}
