import { colleagueQuery, PersonPicker } from '@zhixing/people/web';
import { SkeletonBlock } from '@zhixing/platform/web';
import { useQueries } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Chosen } from '../wizard/chosen.tsx';
import styles from './team.module.css';

/** Colleagues, one after the other; whether they are of one's line the server says. */
export function PeopleField({ personIds, hint, wrong, onChange }: { personIds: string[]; hint?: string; wrong?: string | undefined; onChange: (personIds: string[]) => void }) {
  const { t } = useTranslation('plans');
  const known = useQueries({ queries: personIds.map((id) => colleagueQuery(id)) });
  const add = (id: string | undefined) => id && !personIds.includes(id) && onChange([...personIds, id]);
  return (
    <fieldset className={styles.people}>
      <legend>{t('assign.people')}</legend>
      <Suspense fallback={<SkeletonBlock height={40} />}><PersonPicker key={personIds.length} label={t('assign.addPerson')} value={undefined} onChange={add} /></Suspense>
      <Chosen items={personIds.map((id, at) => ({ id, name: known[at]?.data?.displayName ?? '…' }))} onRemove={(id) => onChange(personIds.filter((one) => one !== id))} />
      <p className={wrong ? styles.wrong : styles.hint} role={wrong ? 'alert' : undefined}>{wrong ?? hint ?? t('assign.peopleHint')}</p>
    </fieldset>
  );
}
