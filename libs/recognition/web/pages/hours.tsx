import { PageHeader, QueryView, SelectField, Skeleton, useSearchParameters } from '@zhixing/platform/web';
import { Year } from '@zhixing/recognition/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { hoursQuery } from '../api.ts';
import { HoursView } from '../ledgers/hours-view.tsx';

const Address = z.object({ year: Year.optional() });

/** My learning hours of a year against the rule of the bank. */
export default function HoursPage() {
  const { t } = useTranslation('recognition');
  const [{ year }, change] = useSearchParameters(Address);
  const query = useInfiniteQuery(hoursQuery(year));
  const first = query.data?.pages[0];
  return (
    <>
      <PageHeader
        title={t('hours.title')} context={t('hours.context')}
        action={first && <SelectField label={t('hours.year')} value={String(first.year)} options={first.years.map((one) => ({ value: String(one), label: t('hours.yearOf', { year: one }) }))} onChange={(next) => change({ year: Number(next) })} />}
      />
      <QueryView query={query} loading={<Skeleton lines={8} />}>{({ pages }) => <HoursView pages={pages} query={query} />}</QueryView>
    </>
  );
}
