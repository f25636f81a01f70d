import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { DropZone, Notice, Panel, Refusal, UploadProgress } from '@zhixing/platform/web';
import { useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { resultsImportPath, TEMPLATE_ADDRESS, useSendResults } from './api.ts';
import styles from './results.module.css';

/** Drop a file, see it arrive; then its report opens. */
export function SendResults() {
  const { t } = useTranslation('plans');
  const navigate = useNavigate();
  const [percent, setPercent] = useState(0);
  const sending = useRef<AbortController>(null);
  const send = useSendResults();
  const start = (file: File) => {
    const controller = new AbortController();
    sending.current = controller;
    setPercent(0);
    send.mutate({ file, signal: controller.signal, onProgress: (fraction) => setPercent(Math.floor(100 * fraction)) }, { onSuccess: ({ id }) => void navigate(resultsImportPath(id)) });
  };
  const cancelled = send.error instanceof DOMException && send.error.name === 'AbortError';
  return (
    <Panel title={t('results.send')} extra={<a href={TEMPLATE_ADDRESS} download className={styles.template}><DownloadOutlined aria-hidden /> {t('results.template')}</a>}>
      <div className={styles.form}>
        {send.isPending && send.variables
          ? <UploadProgress file={send.variables.file} percent={percent} reading={t('results.storing')} onCancel={() => sending.current?.abort()} />
          : (
            <DropZone
              accept={['.xlsx', '.csv']} title={t('results.drop')} hint={<Trans t={t} i18nKey="results.dropHint" components={{ file: <span lang="en" /> }} />}
              choose={t('results.choose')} wrong={t('results.oneFile')} onFile={start}
            />
          )}
        {cancelled && <Notice look="info" title={t('results.cancelled')} />}
        {send.isError && !cancelled && <Refusal error={send.error} />}
      </div>
    </Panel>
  );
}
