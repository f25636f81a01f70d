import type { Framework, SkillView } from '@zhixing/skills/contract';
import { SkillAxis, SkillId, skillsPages } from '@zhixing/skills/contract';
import { EmptyState, formatDay, localized, PageHeader, Panel, QueryView, SelectField, Skeleton, useSearchParameters } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { skillQuery, skillsQuery } from '../api.ts';
import { LevelSteps } from '../components/level.tsx';
import { SectionLinks } from '../components/section-links.tsx';
import { frameworkPath } from '../paths.ts';
import styles from './framework.module.css';

const Address = z.object({ skill: SkillId.optional(), version: z.coerce.number().int().min(1).optional() });

/** The framework: skills by axis at the left, the chosen one with its anchors at the right, in any published version. */
export default function FrameworkPage() {
  const { t } = useTranslation('skills');
  const [{ skill, version }, change] = useSearchParameters(Address);
  const query = useQuery(skillsQuery(version));
  return (
    <>
      <PageHeader title={localized(skillsPages.framework.title)} context={t('framework.context')}><SectionLinks /></PageHeader>
      <QueryView query={query} loading={<Skeleton lines={10} />} empty={({ items }) => items.length === 0 && <EmptyState drawing="search" title={t('framework.none')} />}>
        {(framework) => (
          <div className={styles.columns}>
            <Panel title={t('framework.tree')} extra={framework.versions.length > 1 && <VersionChoice framework={framework} onChange={(number) => change({ version: number })} />}>
              <Tree framework={framework} version={version} selected={skill ?? framework.items[0]!.id} />
            </Panel>
            <ChosenSkill id={skill ?? framework.items[0]!.id} version={version} framework={framework} />
          </div>
        )}
      </QueryView>
    </>
  );
}

function VersionChoice({ framework: { version, versions }, onChange }: { framework: Framework; onChange: (version: number | undefined) => void }) {
  const { t } = useTranslation('skills');
  const newest = versions[0]!.number;
  const options = versions.map(({ number, publishedAt }) => ({ value: String(number), label: t('framework.versionOf', { number, day: formatDay(publishedAt) }) }));
  return <SelectField label={t('framework.version')} value={String(version)} options={options} onChange={(value) => onChange(Number(value) === newest ? undefined : Number(value))} />;
}

function Tree({ framework, version, selected }: { framework: Framework; version?: number; selected: string }) {
  const { t } = useTranslation('skills');
  return (
    <nav aria-label={t('framework.tree')} className={styles.tree}>
      {SkillAxis.options.map((axis) => (
        <section key={axis} aria-labelledby={`axis-${axis}`}>
          <h3 id={`axis-${axis}`} className={styles.axis}>{t(`axis.${axis}`)}</h3>
          <ul className={styles.skills}>
            {framework.items.filter((one) => one.axis === axis).map((one) => (
              <li key={one.id}><Link to={frameworkPath(one.id, version)} preventScrollReset className={styles.skill} aria-current={one.id === selected ? 'true' : undefined}>{localized(one.name)}</Link></li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function ChosenSkill({ id, version, framework }: { id: string; version?: number; framework: Framework }) {
  const { t } = useTranslation('skills');
  const query = useQuery(skillQuery(id, version));
  return (
    <QueryView query={query} loading={<Skeleton lines={8} />}>
      {(skill) => (
        <Panel title={localized(skill.name)} context={localized(skill.description)}>
          <ol className={styles.anchors}>
            {skill.anchors.map((anchor, i) => (
              <li key={anchor.en} className={styles.anchor}>
                <span className={styles.level}><strong>{t('level.of', { level: i + 1 })}</strong> <LevelSteps level={i + 1} /></span>
                <p className={styles.words}>{localized(anchor)}</p>
              </li>
            ))}
          </ol>
          <p className={styles.fact}>{t('framework.halfLife', { count: skill.halfLifeMonths })}</p>
          <History skill={skill} framework={framework} />
        </Panel>
      )}
    </QueryView>
  );
}

function History({ skill, framework }: { skill: SkillView; framework: Framework }) {
  const { t } = useTranslation('skills');
  return (
    <section aria-labelledby="history" className={styles.history}>
      <h3 id="history" className={styles.axis}>{t('framework.history')}</h3>
      <ul className={styles.versions}>
        {framework.versions.filter(({ number }) => skill.changedIn.includes(number)).map(({ number, publishedAt, note }) => (
          <li key={number}>
            <Link to={frameworkPath(skill.id, number)} preventScrollReset aria-current={number === skill.version ? 'true' : undefined}>{t('framework.versionOf', { number, day: formatDay(publishedAt) })}</Link>
            {' '}{number === 1 ? t('framework.shipped') : <span lang="zh-CN">{note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
