import { useQuery } from '@tanstack/react-query';
import { SearchField, SelectField } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { auditWordsQuery } from '../api.ts';
import { filterOf, NO_FILTER, type TrailAddress } from './address.ts';
import styles from './filters.module.css';

/** The filter row: who, what, with which result, between which days, in which request. */
export function Filters({ address, onChange }: { address: TrailAddress; onChange: (changes: Partial<TrailAddress>) => void }) {
  const { t } = useTranslation('audit');
  const actions = useQuery(auditWordsQuery()).data?.actions ?? [];
  const day = (name: 'from' | 'to') => (
    <label className={styles.day}>
      <span>{t(`filter.${name}`)}</span>
      <input
        type="date" value={address[name] ?? ''} min={name === 'to' ? address.from : '2020-01-01'} max={name === 'from' ? address.to : undefined}
        onChange={(event) => onChange({ [name]: event.target.value || undefined })}
      />
    </label>
  );
  return (
    <div className={styles.row} role="group" aria-label={t('filter.title')}>
      <div className={styles.search}><SearchField size="small" value={address.person} label={t('filter.person')} placeholder={t('filter.personPlaceholder')} onSearch={(person) => onChange({ person })} /></div>
      <SelectField
        label={t('filter.action')} value={address.action}
        options={[{ value: '', label: t('filter.all') }, ...actions.map(({ code, words }) => ({ value: code, label: words }))]}
        onChange={(action) => onChange({ action })}
      />
      <SelectField
        label={t('filter.result')} value={address.result ?? ''}
        options={[{ value: '', label: t('filter.all') }, { value: 'done', label: t('result.done') }, { value: 'refused', label: t('result.refused') }]}
        onChange={(result) => onChange({ result: result || undefined })}
      />
      {day('from')}
      {day('to')}
      <div className={styles.search}><SearchField size="small" value={address.requestId} label={t('filter.requestId')} placeholder={t('filter.requestId')} onSearch={(requestId) => onChange({ requestId })} /></div>
      {Object.keys(filterOf(address)).length > 0 && <Button onClick={() => onChange(NO_FILTER)}>{t('filter.clear')}</Button>}
    </div>
  );
}
