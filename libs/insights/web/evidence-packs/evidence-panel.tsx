import { EvidenceState } from '@zhixing/insights/contract';
import { control, ExportButton, Field, formatDay, formatNumber, Notice, Panel, QueryView, Skeleton } from '@zhixing/platform/web';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidencePreviewQuery } from './api.ts';
import styles from './evidence.module.css';
import { lastDayOver } from './last-day-over.ts';

/** Choose a day, see the states of that day, make the pack. */
export function EvidencePanel({ assignmentId, cycle, hideTitle = false }: { assignmentId: string; cycle?: string | undefined; hideTitle?: boolean }) {
  const { t } = useTranslation('insights');
  const last = lastDayOver(new Date());
  const [day, setDay] = useState(last);
  const query = useQuery(evidencePreviewQuery(assignmentId, day, cycle));
  return (
    <Panel title={t('evidence.title')} hideTitle={hideTitle} context={hideTitle ? undefined : t('evidence.context')}>
      <div className={styles.choice}>
        <div className={styles.day}>
          <Field id="evidence-day" label={t('evidence.day')} hint={t('evidence.dayHint')}>
            <input {...control('evidence-day', undefined, t('evidence.dayHint'))} type="date" max={last} value={day} onChange={(event) => { if (event.target.value) setDay(event.target.value); }} />
          </Field>
          <p className={styles.note}>{cycle ? t('evidence.cycle', { cycle }) : t('evidence.allCycles')}</p>
        </div>
        {query.data?.title != null && <ExportButton personal hash kind="evidence-pack" parameters={{ assignmentId, asOf: day, ...(cycle && { cycle }) }} label={t('evidence.make')} />}
      </div>
      <QueryView query={query} loading={<Skeleton lines={4} />}>
        {({ title, states, obligations }) => (title === null ? <Notice look="info" title={t('evidence.notYet')} /> : (
          <dl aria-label={t('evidence.states', { day: formatDay(day) })} className={styles.states}>
            {EvidenceState.options.map((state) => <div key={state}><dt>{t(`evidence.status.${state}`)}</dt><dd>{formatNumber(states[state])}</dd></div>)}
            <div><dt>{t('evidence.all')}</dt><dd>{formatNumber(obligations)}</dd></div>
          </dl>
        ))}
      </QueryView>
    </Panel>
  );
}
