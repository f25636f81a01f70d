import { formatDay, Mark } from '@zhixing/platform/web';
import type { Certificate } from '@zhixing/recognition/contract';
import { QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './paper.module.css';

/** The certificate as it is printed, on the screen. */
export function Paper({ certificate }: { certificate: Certificate }) {
  const { t, i18n } = useTranslation('recognition');
  const { kind, holder, issuer, title, score, earnedOn, validUntil, number, state, verifyAt } = certificate;
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  const facts: [string, string, string | undefined][] = [
    [t('paper.issuer'), issuer, 'zh-CN'], [t('paper.earnedOn'), formatDay(earnedOn), undefined],
    ...(validUntil ? [[t('paper.validUntil'), formatDay(validUntil), undefined] as [string, string, undefined]] : []), [t('paper.number'), number, 'en'],
  ];
  return (
    <div className={styles.frame}>
      <article className={`${styles.paper} ${state === 'revoked' ? styles.revoked : ''}`} aria-label={t('paper.label')}>
        <header className={styles.head}>
          <span className={styles.brand}><Mark />{t('platform:wordmark')}</span>
          <span className={styles.issuer} lang="zh-CN">{issuer}</span>
        </header>
        <p className={styles.title}>{t(`paper.title.${kind}`)}</p>
        <p className={styles.kind} lang={other}>{t(`paper.other.${kind}`)}</p>
        <p className={styles.awarded}>{t('paper.awarded')}</p>
        <p className={styles.holder} lang="zh-CN">{holder}</p>
        <p className={styles.subject} lang="zh-CN">{title}</p>
        <p className={styles.earned}>{t(`paper.earned.${kind}`, { day: formatDay(earnedOn), score: score === null ? '' : t('paper.score', { score }) })}</p>
        <footer className={styles.foot}>
          <dl className={styles.facts}>{facts.map(([name, value, language]) => <div key={name}><dt>{name}</dt><dd lang={language}>{value}</dd></div>)}</dl>
          <span className={styles.code} aria-hidden><QRCode type="svg" value={verifyAt} size={88} bordered={false} color="#1B2330" bgColor="#FFFFFF" /></span>
        </footer>
      </article>
    </div>
  );
}
