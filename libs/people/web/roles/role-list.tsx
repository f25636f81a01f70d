import type { RoleList } from '@zhixing/people/contract';
import { formatNumber, Panel } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './role-list.module.css';
import { ROLES_PATH } from './paths.ts';

/** Each role: its name, what it is for, what it permits in words, how many hold it. */
export function Roles({ roles }: { roles: RoleList['items'] }) {
  const { t } = useTranslation('people');
  return (
    <div className={styles.grid}>
      {roles.map(({ role, permissions, holders }) => (
        <Panel
          key={role} title={t(`roles.role.${role}`)} context={t(`roles.purpose.${role}`)}
          extra={<Link to={`${ROLES_PATH}/${role}`} aria-label={t('roles.holdersOf', { role: t(`roles.role.${role}`), count: holders })}>{t('roles.holders', { count: holders, number: formatNumber(holders) })}</Link>}
        >
          {permissions.length > 0
            ? <ul className={styles.permissions}>{permissions.map((name) => <li key={name}>{t(`roles.permission.${name.replace(':', '.')}`)}</li>)}</ul>
            : <p className={styles.none}>{t('roles.noPermission')}</p>}
        </Panel>
      ))}
    </div>
  );
}
