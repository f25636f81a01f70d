import { formatDay, formatMinutes, LoadMore, Panel, ProgressBar } from '@zhixing/platform/web';
import type { HoursEntry, HoursYear } from '@zhixing/recognition/contract';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './hours-view.module.css';

/** Minutes with their sign, because a correction may take some away. */
function signed(minutes: number): string {
  return minutes < 0 ? `−${formatMinutes(-minutes)}` : formatMinutes(minutes);
}

/** A year of hours: how far the rule is met, and every line of the ledger. */
export function HoursView({ pages, query, extra }: { pages: HoursYear[]; query: UseInfiniteQueryResult; extra?: ReactNode }) {
  const { t } = useTranslation('recognition');
  const [first] = pages;
  if (!first) return null;
  const { minutes: { formal, other }, rule } = first;
  const rows = pages.flatMap((page) => page.items);
  return (
    <div className={styles.parts}>
      <Panel title={t('hours.progress')} context={t('hours.rule', { hours: rule.hours, formal: rule.formal })} extra={extra}>
        <div className={styles.figures}>
          <Figure name={t('hours.all')} minutes={formal + other} wanted={rule.hours * 60} />
          <Figure name={t('hours.kind.formal')} minutes={formal} wanted={rule.formal * 60} />
          <div className={styles.figure}><p className={styles.name}>{t('hours.kind.other')}</p><p className={styles.value}>{formatMinutes(other)}</p><p className={styles.rest}>{t('hours.otherNote')}</p></div>
        </div>
      </Panel>
      <Panel title={t('hours.ledger')} context={t('hours.ledgerContext')} flush>
        {rows.length === 0 ? <p className={styles.none}>{t('hours.none')}</p> : <ul>{rows.map((row) => <Line key={row.id} row={row} />)}</ul>}
        {(query.hasNextPage || pages.length > 1) && <LoadMore query={query} shown={rows.length} />}
      </Panel>
    </div>
  );
}

function Figure({ name, minutes, wanted }: { name: string; minutes: number; wanted: number }) {
  const { t } = useTranslation('recognition');
  const met = minutes >= wanted;
  return (
    <div className={styles.figure}>
      <p className={styles.name}>{name}</p>
      <p className={styles.value}>{formatMinutes(minutes)}</p>
      <ProgressBar percent={wanted > 0 ? Math.min(100, Math.floor((100 * minutes) / wanted)) : 100} label={name} />
      <p className={`${styles.rest} ${met ? styles.met : ''}`}>{met ? t('hours.met') : t('hours.rest', { rest: formatMinutes(wanted - minutes) })}</p>
    </div>
  );
}

function Line({ row: { title, on, kind, source, minutes, by } }: { row: HoursEntry }) {
  const { t } = useTranslation('recognition');
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.title} lang="zh-CN">{title}</p>
        <p className={styles.facts}>
          <span>{formatDay(on)}</span><span>{t(`hours.kind.${kind}`)}</span>
          {source === 'import' && <span>{t('hours.imported')}</span>}
          {source === 'correction' && <span>{t('hours.corrected')} {by && <span lang="zh-CN">{by.displayName}</span>}</span>}
        </p>
      </div>
      <span className={`${styles.minutes} ${minutes < 0 ? styles.less : ''}`}>{signed(minutes)}</span>
    </li>
  );
}
