import type { PersonSkill } from '@zhixing/skills/contract';
import { skillsPages } from '@zhixing/skills/contract';
import { localized, PageHeader, QueryView, SkeletonCards } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personSkillsQuery } from '../api.ts';
import { AssessDialog } from '../card/assess-dialog.tsx';
import { AxisPanels } from '../card/axis-panels.tsx';
import styles from '../card/person-skills-panel.module.css';
import { TargetPanel } from '../card/target-panel.tsx';
import { TimelinePanel } from '../card/timeline-panel.tsx';
import { SectionLinks } from '../components/section-links.tsx';

/** My skill card: where I stand and why, what my target asks for, and how I see myself. */
export default function MySkillsPage() {
  const { t } = useTranslation('skills');
  const query = useQuery(personSkillsQuery('me'));
  const [assessing, setAssessing] = useState<PersonSkill>();
  return (
    <>
      <PageHeader title={localized(skillsPages.mine.title)} context={t('card.context')}><SectionLinks /></PageHeader>
      <QueryView query={query} loading={<SkeletonCards count={3} />}>
        {(card) => (
          <div className={styles.panels}>
            <TargetPanel card={card} own />
            <AxisPanels skills={card.skills} onAssess={setAssessing} />
            <TimelinePanel personId="me" skills={card.skills.map((line) => line.skill)} />
          </div>
        )}
      </QueryView>
      <AssessDialog line={assessing} onClose={() => setAssessing(undefined)} />
    </>
  );
}
