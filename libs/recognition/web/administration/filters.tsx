import { SearchField, SelectField } from '@zhixing/platform/web';
import { CertificateState } from '@zhixing/recognition/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { certifiedQuery } from '../api.ts';
import type { Address } from './address.ts';
import styles from './filters.module.css';

/** The filter row: number or holder, course, state, whether in doubt. */
export function Filters({ address: { q, course, state, review }, onChange }: { address: Address; onChange: (changes: Partial<Address>) => void }) {
  const { t } = useTranslation('recognition');
  const courses = useQuery(certifiedQuery).data?.items ?? [];
  const toggle = (one: CertificateState) => onChange({ state: state.includes(one) ? state.filter((other) => other !== one) : [...state, one] });
  const chip = (key: string, label: string, on: boolean, change: () => void) => (
    <button key={key} type="button" aria-pressed={on} className={`${styles.chip} ${on ? styles.on : ''}`} onClick={change}>{label}</button>
  );
  return (
    <div className={styles.row} role="group" aria-label={t('list.filters')}>
      <div className={styles.search}><SearchField size="small" value={q} label={t('list.search')} placeholder={t('list.searchHint')} onSearch={(next) => onChange({ q: next || undefined })} /></div>
      <SelectField
        label={t('list.subject')} value={course ?? ''} onChange={(next) => onChange({ course: next || undefined })}
        options={[{ value: '', label: t('list.anySubject') }, ...courses.map(({ id, title }) => ({ value: id, label: title, lang: 'zh-CN' }))]}
      />
      <div className={styles.chips}>
        {CertificateState.options.map((one) => chip(one, t(`state.${one}`), state.includes(one), () => toggle(one)))}
        {chip('review', t('list.underReview'), review === 'open', () => onChange({ review: review ? undefined : 'open' }))}
      </div>
    </div>
  );
}
