import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useMutation, useQuery } from '@tanstack/react-query';
import { JobView } from '@zhixing/platform/contract';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { request, RequestError } from '../http.ts';
import { isUnfinished, jobQuery } from '../jobs.ts';
import { useLive } from '../live.ts';
import { sentenceOf } from '../query.ts';
import styles from './export-button.module.css';
import { ExportReason } from './export-reason.tsx';

/** What one press of the button sends; sent again under its key it is one job. */
interface Order { idempotencyKey: string; reason?: string }

/**
 * Orders an export, says how far it is, and downloads the file once it is there; the link to it stays. `personal`: it holds data of others, so a
 * reason is asked for first. `hash`: the file is to be compared, so its SHA-256 is shown. What was ordered is not touched by a change of `parameters`, and a page that is left meanwhile leaves nothing broken.
 */
export function ExportButton({ kind, parameters, label, personal = false, hash = false }: { kind: string; parameters: Record<string, unknown>; label: string; personal?: boolean; hash?: boolean }) {
  const { t } = useTranslation();
  const order = useMutation({
    mutationFn: ({ idempotencyKey, reason }: Order) => request(JobView, 'POST', '/exports', { kind, parameters, reason }, { idempotencyKey }),
    meta: { ownError: true },
    retry: (failures, error) => failures < 2 && error instanceof RequestError && error.temporary,
  });
  const query = useQuery(jobQuery(order.data));
  const job = order.data && query.data;
  const [asking, setAsking] = useState(false);
  const start = (reason?: string) => order.mutate({ idempotencyKey: v7(), reason });
  const begin = () => (personal ? setAsking(true) : start());
  const failure = order.error ? sentenceOf(order.error) : (job?.failure ?? (query.error ? sentenceOf(query.error) : null));
  const busy = order.isPending || (!failure && job !== undefined && isUnfinished(job));
  useLive(busy && job ? [`job:${job.id}`] : [], () => void query.refetch());
  return (
    <div className={styles.export}>
      <Button icon={<DownloadOutlined aria-hidden />} loading={busy} aria-haspopup={personal ? 'dialog' : undefined} onClick={begin}>{label}</Button>
      <div role="status" className={styles.status}>
        {busy && <p className={styles.line}>{t(job?.status === 'running' ? 'export.running' : 'export.queued')}{job && <Count job={job} />}</p>}
        {!busy && failure !== null && (
          <p className={`${styles.line} ${styles.failed}`}><span>{t('export.failed', { why: failure })}</span><Button size="small" onClick={() => start(order.variables?.reason)}>{t('retry')}</Button></p>
        )}
        {!busy && failure === null && job?.file && <Finished file={job.file} hash={hash} />}
      </div>
      {asking && <ExportReason title={label} onGive={(reason) => { setAsking(false); start(reason); }} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** How much is gathered, for the eye: read aloud every second it would only disturb. */
function Count({ job: { done, total } }: { job: JobView }) {
  const { t } = useTranslation();
  if (!done) return null;
  return <span aria-hidden>{total === null ? t('export.rows', { count: done }) : t('export.rowsOf', { count: done, total })}</span>;
}

/** The link to the file, which follows itself once. */
function Finished({ file, hash }: { file: NonNullable<JobView['file']>; hash: boolean }) {
  const { t } = useTranslation();
  const link = useRef<HTMLAnchorElement>(null);
  const fetched = useRef<string>(undefined);
  useEffect(() => {
    if (fetched.current === file.id) return;
    fetched.current = file.id;
    link.current?.click();
  }, [file.id]);
  return (
    <>
      <p className={styles.line}>
        <a ref={link} href={`/api/v1/files/${file.id}`} download={file.name} className={styles.link}>{t('export.download', { name: file.name })}</a>
        <span className={styles.note}>{t('export.kept')}</span>
      </p>
      {hash && <p className={styles.line}><span lang="en">SHA-256</span><code lang="en" className={styles.hash}>{file.sha256}</code></p>}
    </>
  );
}
