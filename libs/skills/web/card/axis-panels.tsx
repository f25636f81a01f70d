import type { PersonSkill } from '@zhixing/skills/contract';
import { SkillAxis } from '@zhixing/skills/contract';
import { Panel } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './axis-panels.module.css';
import { SkillLine } from './skill-line.tsx';

/** The skills by axis, each line with level and target; opened, it says why. */
export function AxisPanels({ skills, onAssess }: { skills: PersonSkill[]; onAssess?: (skill: PersonSkill) => void }) {
  const { t } = useTranslation('skills');
  return (
    <div className={styles.panels}>
      {SkillAxis.options.map((axis) => {
        const lines = skills.filter(({ skill }) => skill.axis === axis);
        const proven = lines.filter(({ level }) => level > 0).length;
        return (
          <Panel key={axis} title={t(`axis.${axis}`)} context={t('card.proven', { proven, count: lines.length })} flush>
            <ul>{lines.map((line) => <li key={line.skill.id} className={styles.line}><SkillLine line={line} onAssess={onAssess} /></li>)}</ul>
          </Panel>
        );
      })}
    </div>
  );
}
