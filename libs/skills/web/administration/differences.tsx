import type { Localized } from '@zhixing/platform/contract';
import type { SkillDraft } from '@zhixing/skills/contract';
import { useTranslation } from 'react-i18next';
import styles from './differences.module.css';

/** What a draft changes, before and after, in the language in which it differs. */
export function Differences({ item: { skill, draft, added, differs, levels } }: { item: SkillDraft }) {
  const { t } = useTranslation('skills');
  if (added) return <p className={styles.none}>{t('administration.added')}</p>;
  if (differs.length === 0) return <p className={styles.none}>{t('administration.same')}</p>;
  return (
    <dl className={styles.list}>
      {differs.includes('name') && <Texts label={t('edit.name')} before={skill.name} after={draft.name} />}
      {differs.includes('description') && <Texts label={t('edit.description')} before={skill.description} after={draft.description} />}
      {differs.includes('halfLifeMonths') && <Change label={t('edit.halfLife')} before={t('edit.months', { count: skill.halfLifeMonths })} after={t('edit.months', { count: draft.halfLifeMonths })} />}
      {levels.map((level) => <Texts key={level} label={t('edit.anchor', { level })} before={skill.anchors[level - 1]!} after={draft.anchors[level - 1]!} />)}
    </dl>
  );
}

function Texts({ label, before, after }: { label: string; before: Localized; after: Localized }) {
  return (
    <>
      {before.zh !== after.zh && <Change label={label} before={before.zh} after={after.zh} lang="zh-CN" />}
      {before.en !== after.en && <Change label={label} before={before.en} after={after.en} lang="en" />}
    </>
  );
}

const Change = ({ label, before, after, lang }: { label: string; before: string; after: string; lang?: string }) => (
  <div>
    <dt className={styles.label}>{label}</dt>
    <dd className={styles.change} lang={lang}><del>{before}</del> <ins>{after}</ins></dd>
  </div>
);
