import type { Skill } from '@zhixing/skills/contract';
import { EmptyState, LoadMore, localized, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { evidenceQuery } from '../api.ts';
import { EvidenceLine } from './evidence-line.tsx';
import styles from './timeline-panel.module.css';

/** All evidence of a person, newest first, what has expired among it. */
export function TimelinePanel({ personId, skills }: { personId: string; skills: Skill[] }) {
  const { t } = useTranslation('skills');
  const query = useInfiniteQuery(evidenceQuery(personId));
  const names = new Map(skills.map((skill) => [skill.id, localized(skill.name)]));
  return (
    <Panel title={t('timeline.title')} context={t('timeline.context')}>
      <QueryView query={query} loading={<Skeleton lines={4} />} empty={(data) => data.pages[0]?.items.length === 0 && <EmptyState drawing="done" title={t('timeline.none')}>{t('timeline.noneWhy')}</EmptyState>}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items);
          return (
            <>
              <ol className={styles.list}>{items.map((one) => <li key={one.id} className={styles.item}><EvidenceLine evidence={one} skill={names.get(one.skillId)} /></li>)}</ol>
              {(query.hasNextPage || data.pages.length > 1) && <LoadMore query={query} shown={items.length} />}
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
