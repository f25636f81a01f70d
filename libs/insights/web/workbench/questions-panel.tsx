import { statisticsPath } from '@zhixing/courses/web';
import { EmptyState, formatNumber, formatPercent, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { hardQuestionsQuery } from './api.ts';
import styles from './workbench.module.css';

/** Questions hardly anybody answers right: wrong ones, or lessons that do not teach them. */
export function QuestionsPanel() {
  const { t } = useTranslation('insights');
  const query = useQuery(hardQuestionsQuery);
  return (
    <Panel title={t('workbench.questions')} context={query.data && query.data.total > query.data.items.length ? t('workbench.questionsOf', { count: query.data.total, shown: formatNumber(query.data.items.length) }) : t('workbench.questionsContext')} flush>
      <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={4} /></div>} empty={({ items }) => items.length === 0 && <EmptyState drawing="done" title={t('workbench.noQuestions')}>{t('workbench.noQuestionsWhy')}</EmptyState>}>
        {({ items }) => (
          <ul className={styles.list}>
            {items.map((one) => (
              <li key={`${one.courseId} ${one.lesson} ${one.stem}`} className={styles.item}>
                <p className={styles.words}><Link to={statisticsPath(one.courseId)} className={styles.link} lang="zh-CN">{one.stem}</Link></p>
                <p className={styles.small}><span lang="zh-CN">{one.course} · {one.lesson}</span><span>{t('workbench.right', { percent: formatPercent(one.percent), count: one.answers })}</span></p>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Panel>
  );
}
