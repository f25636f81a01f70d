import type { Catalogue } from '@zhixing/courses/contract';
import { formatNumber } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { type CatalogueAddress, FILTERS, type FilterName } from './filter.ts';
import { useFilterWords } from './filter-words.ts';
import styles from './filter-panel.module.css';

/** The filters with how many courses each value would leave. */
export function FilterPanel({ address, facets, onToggle }: { address: CatalogueAddress; facets?: Catalogue['facets']; onToggle: (name: FilterName, value: string | number) => void }) {
  const { t } = useTranslation('courses');
  const { skills, word } = useFilterWords();
  const chosenOf = (name: FilterName) => address[name] as (string | number)[];
  // of the many skills only those that some course leads to
  const taught = skills.filter((id) => chosenOf('skill').includes(id) || facets?.skill.some((facet) => facet.value === id));
  const shown = FILTERS.map(({ name, values }) => ({ name, values: (values ?? taught) as readonly (string | number)[] })).filter(({ values }) => values.length > 0);
  return (
    <div className={styles.panel}>
      {shown.map(({ name, values }) => (
        <fieldset key={name} className={styles.group}>
          <legend className={styles.legend}>{t(`filter.${name}`)}</legend>
          {values.map((value) => {
            const chosen = chosenOf(name).includes(value);
            const count = facets?.[name].find((facet) => facet.value === String(value))?.count ?? 0;
            return (
              <label key={value} className={`${styles.value} ${facets && count === 0 && !chosen ? styles.none : ''}`}>
                <input type="checkbox" className={styles.box} checked={chosen} onChange={() => onToggle(name, value)} />
                <span className={styles.word}>{word(name, value)}</span>
                <span className={styles.count}>{facets && formatNumber(count)}</span>
              </label>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}
