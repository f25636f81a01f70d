import RightOutlined from '@ant-design/icons/RightOutlined';
import type { PersonSkill } from '@zhixing/skills/contract';
import { formatDay, localized } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LevelSteps, levelText } from '../components/level.tsx';
import { frameworkPath } from '../paths.ts';
import { EvidenceLine } from './evidence-line.tsx';
import { lastDay } from './last-day.ts';
import styles from './skill-line.module.css';

/** One skill of a person. Closed: level and target. Open: since when, until when, what it rests on, what the person claims. */
export function SkillLine({ line, onAssess }: { line: PersonSkill; onAssess?: (skill: PersonSkill) => void }) {
  const { t } = useTranslation('skills');
  const { skill, level, since, expiresOn, why, claimed, target } = line;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        <RightOutlined aria-hidden className={styles.arrow} />
        <span className={styles.name}>{localized(skill.name)}</span>
        <span className={styles.state}>
          <span className={`${styles.level} ${level === 0 ? styles.none : ''}`}>{levelText(level)}</span>
          {target && <span className={styles.target}>{t('card.target', { level: target.level })}</span>}
        </span>
        <span className={styles.steps}><LevelSteps level={level} target={target?.level} /></span>
      </summary>
      <div className={styles.inside}>
        {since && expiresOn && <p className={styles.fact}>{t('card.span', { since: formatDay(since), until: formatDay(lastDay(expiresOn)) })}</p>}
        {why.length > 0
          ? <ul aria-label={t('card.why')} className={styles.why}>{why.map((one) => <li key={one.id}><EvidenceLine evidence={one} /></li>)}</ul>
          : <p className={styles.fact}>{t('card.noEvidence')}</p>}
        {claimed && <p className={styles.fact}>{t(claimed.pending ? 'card.pending' : 'card.claimed', { level: claimed.level, day: formatDay(claimed.on) })}</p>}
        <div className={styles.actions}>
          <Link to={frameworkPath(skill.id)}>{t('card.anchors')}</Link>
          {onAssess && <Button size="small" onClick={() => onAssess(line)}>{t('assess.open')}<span className="zx-only-read">{localized(skill.name)}</span></Button>}
        </div>
      </div>
    </details>
  );
}
