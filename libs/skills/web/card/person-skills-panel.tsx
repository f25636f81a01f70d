import { QueryView, SkeletonCards } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { personSkillsQuery } from '../api.ts';
import { AxisPanels } from './axis-panels.tsx';
import styles from './person-skills-panel.module.css';
import { TargetPanel } from './target-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';

/** Somebody else's skill card, for their manager and L&D: target and gaps, levels with their reasons, evidence. Needs the texts of `skills`. */
export function PersonSkillsPanel({ personId }: { personId: string }) {
  const query = useQuery(personSkillsQuery(personId));
  return (
    <QueryView query={query} loading={<SkeletonCards count={3} />}>
      {(card) => (
        <div className={styles.panels}>
          <TargetPanel card={card} />
          <AxisPanels skills={card.skills} />
          <TimelinePanel personId={personId} skills={card.skills.map((line) => line.skill)} />
        </div>
      )}
    </QueryView>
  );
}
