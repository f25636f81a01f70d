import FilterOutlined from '@ant-design/icons/FilterOutlined';
import { formatNumber, PageHeader, SearchField, SelectField, Sheet, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogueQuery } from '../api.ts';
import { ActiveFilters } from '../catalogue/active-filters.tsx';
import { activeFilters, CatalogueAddress, type FilterName, NO_FILTER, SORT_ORDERS, toggled } from '../catalogue/filter.ts';
import { FilterPanel } from '../catalogue/filter-panel.tsx';
import { Results } from '../catalogue/results.tsx';
import { ViewSwitch } from '../catalogue/view-switch.tsx';
import styles from './catalogue.module.css';

/** The catalogue: search, filters with counts, cards or lines. Everything chosen stands in the address. */
export default function CataloguePage() {
  const { t } = useTranslation('courses');
  const [address, change] = useSearchParameters(CatalogueAddress);
  const [sheet, setSheet] = useState(false);
  const { view, ...filter } = address;
  const query = useInfiniteQuery(catalogueQuery(filter));
  const first = query.data?.pages[0];
  const active = activeFilters(address).length;
  const toggle = (name: FilterName, value: string | number) => change(toggled(address, name, value));
  const clear = () => change(NO_FILTER);
  const panel = <FilterPanel address={address} facets={first?.facets} onToggle={toggle} />;

  return (
    <>
      <PageHeader title={t('catalogue.title')} context={t('catalogue.context')} />
      <div className={styles.search}>
        <SearchField value={address.q} label={t('catalogue.search')} placeholder={t('catalogue.searchPlaceholder')} onSearch={(q) => change({ q: q || undefined })} />
      </div>
      <div className={styles.columns}>
        <aside className={styles.filters} aria-label={t('filter.title')}>{panel}</aside>
        <div className={styles.main}>
          <div className={styles.bar}>
            <p role="status" className={styles.count}>{first && t('catalogue.count', { count: first.total, written: formatNumber(first.total) })}</p>
            <div className={styles.tools}>
              <Button className={styles.open} icon={<FilterOutlined aria-hidden />} aria-haspopup="dialog" onClick={() => setSheet(true)}>{active > 0 ? t('filter.openWith', { count: active }) : t('filter.title')}</Button>
              <SelectField
                label={t('sort.label')} value={address.sort} options={SORT_ORDERS.map((value) => ({ value, label: t(`sort.${value}`) }))}
                onChange={(sort) => change({ sort: sort === 'newest' ? undefined : sort })}
              />
              <ViewSwitch view={view} onChange={(next) => change({ view: next === 'grid' ? undefined : next })} />
            </div>
          </div>
          <ActiveFilters address={address} onRemove={toggle} onClear={clear} />
          <Results query={query} view={view} filtered={active > 0 || address.q !== ''} onClear={clear} />
        </div>
      </div>
      <Sheet
        open={sheet} side="bottom" title={t('filter.title')} onClose={() => setSheet(false)}
        footer={(
          <>
            {active > 0 && <Button size="large" onClick={clear}>{t('filter.clear')}</Button>}
            <Button size="large" type="primary" onClick={() => setSheet(false)}>{first ? t('filter.show', { count: first.total }) : t('close')}</Button>
          </>
        )}
      >
        {panel}
      </Sheet>
    </>
  );
}
