import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { useTranslation } from 'react-i18next';
import styles from './active-filters.module.css';
import { activeFilters, type CatalogueAddress, type FilterName } from './filter.ts';
import { useFilterWords } from './filter-words.ts';

/** The filters that are set, each with a cross; gone when there are none. */
export function ActiveFilters({ address, onRemove, onClear }: { address: CatalogueAddress; onRemove: (name: FilterName, value: string | number) => void; onClear: () => void }) {
  const { t } = useTranslation('courses');
  const words = useFilterWords();
  const active = activeFilters(address);
  if (active.length === 0) return null;
  return (
    <ul className={styles.filters} aria-label={t('filter.active')}>
      {active.map(({ name, value }) => {
        const word = words.word(name, value);
        return (
          <li key={`${name} ${value}`}>
            <button type="button" className={styles.chip} aria-label={t('filter.remove', { word })} onClick={() => onRemove(name, value)}>{word}<CloseOutlined aria-hidden className={styles.cross} /></button>
          </li>
        );
      })}
      <li><button type="button" className={styles.clear} onClick={onClear}>{t('filter.clear')}</button></li>
    </ul>
  );
}
