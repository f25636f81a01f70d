import { DropZone, Notice, Panel, Refusal, UploadProgress } from '@zhixing/platform/web';
import { useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import styles from './holidays-page.module.css';
import { useSendCalendar } from './api.ts';

/** Drop a calendar file; says how many days it brought, or which rows are at fault. */
export function SendCalendar() {
  const { t } = useTranslation('people');
  const [percent, setPercent] = useState(0);
  const sending = useRef<AbortController>(null);
  const send = useSendCalendar();
  const start = (file: File) => {
    sending.current = new AbortController();
    setPercent(0);
    send.mutate({ file, signal: sending.current.signal, onProgress: (fraction) => setPercent(Math.floor(100 * fraction)) });
  };
  const cancelled = send.error instanceof DOMException && send.error.name === 'AbortError';
  return (
    <Panel title={t('holidays.send')} context={t('holidays.columns')}>
      <div className={styles.form}>
        {send.isPending && send.variables
          ? <UploadProgress file={send.variables.file} percent={percent} reading={t('holidays.reading')} onCancel={() => sending.current?.abort()} />
          : <DropZone accept={['.xlsx', '.csv']} title={t('holidays.drop')} hint={<Trans t={t} i18nKey="holidays.hint" components={{ file: <span lang="en" /> }} />} choose={t('holidays.choose')} wrong={t('hrImports.oneFile')} onFile={start} />}
        {cancelled && <Notice look="info" title={t('hrImports.cancelled')} />}
        {send.isError && !cancelled && <Refusal error={send.error} />}
        {send.data && send.data.errors.length === 0 && <Notice look="info" title={t('holidays.stored', { count: send.data.stored })} />}
        {send.data && send.data.errors.length > 0 && (
          <Notice look="failed" title={t('holidays.refused')}>
            <ul className={styles.errors}>{send.data.errors.slice(0, 50).map(({ row, problem }) => <li key={row}>{t('holidays.row', { row, problem: t(`holidays.problem.${problem}`) })}</li>)}</ul>
          </Notice>
        )}
      </div>
    </Panel>
  );
}
