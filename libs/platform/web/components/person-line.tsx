import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from './avatar.tsx';
import styles from './person-line.module.css';

/** What a line about a person needs; `PersonCard` of the people contract fits. */
export interface PersonShown { displayName: string; staffNumber: string; position: string; department: { id: string; name: string } }

/** Avatar, name, position · department. `showNumber` adds the staff number where same-name people may meet. */
export function PersonLine({ person, name, showNumber = false, size = 32 }: {
  person: PersonShown;
  /** The name as a link, when it leads somewhere. */
  name?: ReactNode;
  showNumber?: boolean;
  size?: 32 | 40;
}) {
  const { t } = useTranslation();
  return (
    <span className={styles.line}>
      <Avatar name={person.displayName} departmentId={person.department.id} size={size} />
      <span className={styles.words}>
        <span className={styles.name} lang="zh-CN">{name ?? person.displayName}{showNumber && <span className={styles.number}>{person.staffNumber}</span>}</span>
        <span className={styles.place} lang="zh-CN">{t('personLine', { position: person.position, department: person.department.name })}</span>
      </span>
    </span>
  );
}
