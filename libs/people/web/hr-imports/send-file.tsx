import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { DropZone, Notice, Panel, Refusal, UploadProgress } from '@zhixing/platform/web';
import { useId, useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { hrImportPath, TEMPLATE_ADDRESS, useSendFile } from './api.ts';
import styles from './send-file.module.css';

/** Drop a file, see it arrive; then its report opens. */
export function SendFile() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const [complete, setComplete] = useState(true);
  const [percent, setPercent] = useState(0);
  const sending = useRef<AbortController>(null);
  const send = useSendFile();
  const start = (file: File) => {
    const controller = new AbortController();
    sending.current = controller;
    setPercent(0);
    send.mutate({ file, complete, signal: controller.signal, onProgress: (fraction) => setPercent(Math.floor(100 * fraction)) }, { onSuccess: ({ id }) => void navigate(hrImportPath(id)) });
  };
  const cancelled = send.error instanceof DOMException && send.error.name === 'AbortError';
  const file = { file: <span lang="en" /> };
  return (
    <Panel title={t('hrImports.send')} extra={<a href={TEMPLATE_ADDRESS} download className={styles.template}><DownloadOutlined aria-hidden /> {t('hrImports.template')}</a>}>
      <div className={styles.form}>
        {send.isPending && send.variables
          ? <UploadProgress file={send.variables.file} percent={percent} reading={t('hrImports.storing')} onCancel={() => sending.current?.abort()} />
          : (
            <>
              <Scope complete={complete} onChange={setComplete} />
              <DropZone
                accept={['.xlsx', '.csv']} title={t('hrImports.drop')} hint={<Trans t={t} i18nKey="hrImports.dropHint" components={file} />}
                choose={t('hrImports.choose')} wrong={t('hrImports.oneFile')} onFile={start}
              />
            </>
          )}
        {cancelled && <Notice look="info" title={t('hrImports.cancelled')} />}
        {send.isError && !cancelled && <Refusal error={send.error} />}
      </div>
    </Panel>
  );
}

/** Whether everybody is in the file: then whoever is not in it has left. */
function Scope({ complete, onChange }: { complete: boolean; onChange: (complete: boolean) => void }) {
  const { t } = useTranslation('people');
  const id = useId();
  return (
    <fieldset className={styles.scope}>
      <legend className={styles.legend}>{t('hrImports.scope')}</legend>
      {([true, false] as const).map((value) => (
        <label key={String(value)} className={styles.choice}>
          <input type="radio" name={id} checked={complete === value} onChange={() => onChange(value)} />
          <span><span className={styles.choiceName}>{t(value ? 'hrImports.complete' : 'hrImports.partial')}</span><span className={styles.what}>{t(value ? 'hrImports.completeWhat' : 'hrImports.partialWhat')}</span></span>
        </label>
      ))}
    </fieldset>
  );
}
