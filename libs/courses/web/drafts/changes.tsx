import type { VersionChanges } from '@zhixing/courses/contract';
import { formatNumber, StatusTag } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './changes.module.css';

const PARTS = [['added', 'draft.change.new'], ['changed', 'draft.change.changed'], ['removed', 'draft.change.removed']] as const;
const LOOKS = { added: 'done', changed: 'warned', removed: 'ended' } as const;

/** What a draft changes against the published version, and what that means for those who are learning. */
export function Changes({ changes }: { changes: VersionChanges | null }) {
  const { t } = useTranslation('courses');
  if (!changes) return <p className={styles.line}>{t('draft.firstVersion')}</p>;
  const nothing = PARTS.every(([part]) => changes[part].length === 0) && !changes.course;
  return (
    <div className={styles.changes}>
      {nothing && <p className={styles.line}>{t('draft.noChanges', { version: changes.version })}</p>}
      {PARTS.map(([part, word]) => changes[part].length > 0 && (
        <section key={part} className={styles.part} aria-label={t(word)}>
          <p className={styles.head}><StatusTag look={LOOKS[part]}>{t(word)}</StatusTag><span className={styles.count}>{t('lessonCount', { count: changes[part].length })}</span></p>
          <ul className={styles.lessons} lang="zh-CN">{changes[part].map((lesson) => <li key={lesson.key}>{lesson.title}</li>)}</ul>
        </section>
      ))}
      {changes.course && <p className={styles.line}>{t('draft.courseChanged')}</p>}
      <p className={styles.stay}>{changes.learning > 0 ? t('draft.stay', { count: changes.learning, written: formatNumber(changes.learning), version: changes.version }) : t('draft.nobodyLearning', { version: changes.version })}</p>
    </div>
  );
}
