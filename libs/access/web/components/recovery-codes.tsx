import { copyText, toast } from '@zhixing/platform/web';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api.ts';
import styles from './second-factor.module.css';

/** Recovery codes, this once: to print, to copy, to write down. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation('access');
  const { person } = useMe();
  const copy = async () => {
    if (await copyText(codes.join('\n'))) toast.success(t('factor.copied'));
    else toast.error(t('factor.copyFailed'));
  };
  return (
    <>
      <p className={styles.hint}>{t('factor.keepHint')}</p>
      <div className={styles.paper}>
        <p className={styles.paperTitle}>{t('platform:wordmark')} · {t('factor.codes')} · <span lang="zh-CN">{person.displayName}</span> {person.staffNumber}</p>
        <ol className={styles.codes} lang="en">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ol>
      </div>
      <div className={styles.buttons}>
        <Button onClick={() => window.print()}>{t('factor.print')}</Button>
        <Button onClick={() => void copy()}>{t('factor.copy')}</Button>
        <Button type="primary" onClick={onKept}>{t('factor.kept')}</Button>
      </div>
    </>
  );
}
