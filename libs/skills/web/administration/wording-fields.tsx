import { control, Field } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import styles from './skill-form.module.css';
import type { SkillFields } from './skill-form.rules.ts';

const LANGUAGES = ['zh', 'en'] as const;

/** What a person writes about a skill, both languages side by side. `wrong` = the paths of fields that cannot be sent. */
export function WordingFields({ fields, wrong, disabled = false, onChange }: { fields: SkillFields; wrong: string[]; disabled?: boolean; onChange: (fields: SkillFields) => void }) {
  const { t } = useTranslation('skills');
  const field = (path: string, label: string, rows: number, language?: 'zh' | 'en') => {
    const error = wrong.includes(path) ? t('edit.wrong') : undefined;
    const shared = { ...control(path, error), value: fields[path]!, disabled, lang: language === 'zh' ? 'zh-CN' : language };
    const change = (value: string) => onChange({ ...fields, [path]: value });
    return (
      <Field key={path} id={path} label={language ? t(`edit.in.${language}`, { label }) : label} error={error}>
        {rows > 1 ? <textarea {...shared} rows={rows} onChange={(event) => change(event.target.value)} /> : <input {...shared} onChange={(event) => change(event.target.value)} />}
      </Field>
    );
  };
  const pair = (path: string, label: string, rows: number) => <div className={styles.pair}>{LANGUAGES.map((language) => field(`${path}.${language}`, label, rows, language))}</div>;
  return (
    <>
      {pair('name', t('edit.name'), 1)}
      {pair('description', t('edit.description'), 2)}
      <div className={styles.months}>{field('halfLifeMonths', t('edit.halfLife'), 1)}</div>
      {[1, 2, 3, 4, 5].map((level) => <div key={level}>{pair(`anchors.${level - 1}`, t('edit.anchor', { level }), 4)}</div>)}
    </>
  );
}
