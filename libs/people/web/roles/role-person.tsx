import type { RolePerson } from '@zhixing/people/contract';
import { StatusTag } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './role-person.module.css';

/** Somebody in a row about roles; who has left is marked, because their roles should have ended. */
export function RolePersonLine({ person }: { person: RolePerson }) {
  const { t } = useTranslation('people');
  return (
    <span className={styles.person}>
      <span lang="zh-CN" className={styles.name}>{person.displayName} <span className={styles.number}>{person.staffNumber}</span></span>
      {person.active ? person.department && <span lang="zh-CN" className={styles.place}>{person.department}</span> : <StatusTag look="ended" plain>{t('roles.inactive')}</StatusTag>}
    </span>
  );
}

/** A person in a sentence; nobody = as the bank was set up, or by the schedule. */
export const PersonName = ({ person, nobody }: { person: RolePerson | null; nobody: string }) => (person ? <span lang="zh-CN">{person.displayName}</span> : nobody);
