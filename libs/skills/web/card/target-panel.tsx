import type { PersonSkills } from '@zhixing/skills/contract';
import { skillsPages } from '@zhixing/skills/contract';
import { localized, Panel, SelectField, Slot, toast } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { profilesQuery, useChooseTarget } from '../api.ts';
import { LevelSteps, levelText } from '../components/level.tsx';
import { frameworkPath, profilePath } from '../paths.ts';
import { closeGap } from '../slots.ts';
import styles from './target-panel.module.css';

/** The profile aimed at, and what is missing for it, what weighs most first. `own` = the person themself, who chooses and is offered ways to close a gap. */
export function TargetPanel({ card: { target, gap, skills }, own = false }: { card: PersonSkills; own?: boolean }) {
  const { t } = useTranslation('skills');
  const gaps = skills.filter((line) => line.gap > 0).toSorted((one, other) => other.gap - one.gap);
  return (
    <Panel title={t('target.title')} context={target ? localized(target.description) : t(own ? 'target.none' : 'target.noneOther')} extra={own && <Choice chosen={target?.id} />}>
      {target && (
        <p className={styles.sum}>
          <Link to={profilePath(target.id)}>{localized(target.name)}</Link>
          <span className={styles.quiet}>{gap > 0 ? t('target.gap', { gap, count: gaps.length }) : t('target.met')}</span>
        </p>
      )}
      {!target && own && <Link to={skillsPages.profiles.path}>{t('target.look')}</Link>}
      {gaps.length > 0 && (
        <ol className={styles.gaps}>
          {gaps.map(({ skill, level, target: wanted, gap: points }) => (
            <li key={skill.id} className={styles.gap}>
              <Link to={frameworkPath(skill.id)} className={styles.name}>{localized(skill.name)}</Link>
              <span className={styles.way}><LevelSteps level={level} target={wanted!.level} /> {t('target.way', { now: levelText(level), wanted: levelText(wanted!.level) })}</span>
              <span className={styles.quiet}>{t('target.points', { weight: wanted!.weight, points })}</span>
              {own && <span className={styles.close}><Slot of={closeGap} props={{ skillId: skill.id, name: localized(skill.name) }} /></span>}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Choice({ chosen = '' }: { chosen?: string }) {
  const { t } = useTranslation('skills');
  const profiles = useQuery(profilesQuery).data?.items ?? [];
  const choose = useChooseTarget();
  const options = [{ value: '', label: t('target.nothing') }, ...profiles.map(({ id, name }) => ({ value: id, label: localized(name) }))];
  return <SelectField label={t('target.choose')} value={choose.isPending ? (choose.variables ?? '') : chosen} options={options} onChange={(id) => choose.mutate(id || null, { onSuccess: () => toast.success(t('target.saved')) })} />;
}
