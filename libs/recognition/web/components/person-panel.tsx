import { useMe } from '@zhixing/access/web';
import { LoadMore, Panel, SelectField } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { certificatesQuery, hoursQuery } from '../api.ts';
import { CorrectDialog } from '../ledgers/correct-dialog.tsx';
import { HoursView } from '../ledgers/hours-view.tsx';
import view from '../ledgers/hours-view.module.css';
import { CertificateRow } from './certificate-row.tsx';

/** On the page of another person: their certificates and hours, for who leads or administers them. Nothing for who may not. */
export default function PersonPanel({ personId }: { personId: string }) {
  const reads = useMe().permissions.includes('recognition:read');
  return reads ? <PersonRecognition personId={personId} /> : null;
}

function PersonRecognition({ personId }: { personId: string }) {
  const { t } = useTranslation('recognition');
  const me = useMe();
  const [year, setYear] = useState<number>();
  const [correcting, setCorrecting] = useState<number>();
  const certificates = useInfiniteQuery(certificatesQuery(personId));
  const hours = useInfiniteQuery(hoursQuery(year, personId));
  const rows = certificates.data?.pages.flatMap((page) => page.items) ?? [];
  const first = hours.data?.pages[0];
  const corrects = me.permissions.includes('recognition:administer') && me.person.id !== personId;
  if (!certificates.data || !hours.data || !first) return null;
  return (
    <div className={view.parts}>
      <Panel title={t('person.certificates')} flush>
        {rows.length === 0 ? <p className={view.none}>{t('person.none')}</p> : <ul>{rows.map((row) => <CertificateRow key={row.id} certificate={row} />)}</ul>}
        {(certificates.hasNextPage || certificates.data.pages.length > 1) && <LoadMore query={certificates} shown={rows.length} />}
      </Panel>
      <HoursView
        pages={hours.data.pages} query={hours}
        extra={
          <>
            <SelectField label={t('hours.year')} value={String(first.year)} options={first.years.map((one) => ({ value: String(one), label: t('hours.yearOf', { year: one }) }))} onChange={(next) => setYear(Number(next))} />
            {corrects && <Button onClick={() => setCorrecting(first.year)}>{t('correct.title')}</Button>}
          </>
        }
      />
      <CorrectDialog personId={personId} year={correcting} onClose={() => setCorrecting(undefined)} />
    </div>
  );
}
