import type { AuditDetail } from '@zhixing/audit/contract';
import { useQuery } from '@tanstack/react-query';
import { formatInstant, formatNumber, PersonLine, QueryView, Sheet, Skeleton, StatusTag } from '@zhixing/platform/web';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { auditEntryQuery } from '../api.ts';
import styles from './entry-sheet.module.css';

/** One act with everything that is kept of it. */
export function EntrySheet({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation('audit');
  return (
    <Sheet open={id !== undefined} side="middle" title={t('entry.title')} onClose={onClose}>
      {id && <Entry id={id} />}
    </Sheet>
  );
}

function Entry({ id }: { id: string }) {
  const query = useQuery(auditEntryQuery(id));
  return <QueryView query={query} loading={<Skeleton lines={8} />}>{(entry) => <Facts entry={entry} />}</QueryView>;
}

const Code = ({ children }: { children: ReactNode }) => <code lang="en" className={styles.code}>{children}</code>;

function Facts({ entry }: { entry: AuditDetail }) {
  const { t } = useTranslation('audit');
  const facts = Object.entries(entry.facts);
  const line = (label: string, value: ReactNode) => <div><dt>{label}</dt><dd>{value}</dd></div>;
  return (
    <dl className={styles.facts}>
      {line(t('column.at'), formatInstant(entry.at))}
      {line(t('column.person'), entry.person ? <PersonLine person={entry.person} showNumber /> : entry.personId ? <Code>{entry.personId}</Code> : t('nobody'))}
      {line(t('column.action'), <>{entry.action.words} <Code>{entry.action.code}</Code></>)}
      {line(t('column.object'), <>{entry.object.type.words} {entry.object.name && <span lang="zh-CN">{entry.object.name} </span>}<Code>{entry.object.id}</Code></>)}
      {line(t('column.result'), <Result result={entry.result} />)}
      {facts.length > 0 && line(t('column.facts'), (
        <ul className={styles.list}>
          {facts.map(([name, value]) => <li key={name}><Code>{name}</Code> <span lang="zh-CN">{String(value ?? '–')}</span></li>)}
        </ul>
      ))}
      {line(t('entry.address'), <Code>{entry.address}</Code>)}
      {line(t('entry.login'), entry.loginId ? <Code>{entry.loginId}</Code> : '–')}
      {line(t('entry.request'), <Code>{entry.requestId}</Code>)}
      {entry.beforeHash && line(t('entry.before'), <Code>{entry.beforeHash}</Code>)}
      {entry.afterHash && line(t('entry.after'), <Code>{entry.afterHash}</Code>)}
      {line(t('entry.seal'), entry.seal
        ? <>{t('entry.sealedAt', { place: formatNumber(entry.seal.n), time: formatInstant(entry.seal.sealedAt) })}<br /><Code>{entry.seal.chainHash}</Code></>
        : t('entry.notSealed'))}
    </dl>
  );
}

export function Result({ result, plain = false }: { result: AuditDetail['result']; plain?: boolean }) {
  const { t } = useTranslation('audit');
  return <StatusTag plain={plain} look={result === 'done' ? 'done' : 'failed'}>{t(`result.${result}`)}</StatusTag>;
}
