import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import ClockCircleFilled from '@ant-design/icons/ClockCircleFilled';
import CloseCircleFilled from '@ant-design/icons/CloseCircleFilled';
import { changeLanguage, changeTheme, control, EmptyState, ErrorState, Field, formatDay, LanguageSwitch, Mark, RequestError, Skeleton, ThemeSwitch, usePageTitle } from '@zhixing/platform/web';
import type { Verification } from '@zhixing/recognition/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { verificationQuery } from '../api.ts';
import styles from './verify.module.css';

/** Where everybody checks a certificate, without signing in: by the code on the paper, or by typing its number. */
export default function VerifyPage() {
  const { t } = useTranslation('recognition');
  const { number = '' } = useParams();
  usePageTitle(t('verify.title'));
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <p className={styles.brand}><Mark /><span>{t('platform:wordmark')}</span></p>
        <div className={styles.switches}>
          <LanguageSwitch onChoose={(language) => void changeLanguage(language)} />
          <ThemeSwitch onChoose={changeTheme} />
        </div>
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{t('verify.title')}</h1>
        <p className={styles.context}>{t('verify.context')}</p>
        <NumberForm key={number} number={number} />
        {number && <Result number={number} />}
      </main>
    </div>
  );
}

function NumberForm({ number }: { number: string }) {
  const { t } = useTranslation('recognition');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(number);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) void navigate(`/verify/${encodeURIComponent(typed.trim().toUpperCase())}`);
  };
  return (
    <form className={styles.form} role="search" onSubmit={send}>
      <Field id="number" label={t('verify.number')}>
        <input {...control('number')} value={typed} lang="en" placeholder="ZX-2026-000123-7KQM" autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={60} required onChange={(event) => setTyped(event.target.value)} />
      </Field>
      <Button type="primary" size="large" htmlType="submit">{t('verify.submit')}</Button>
    </form>
  );
}

function Result({ number }: { number: string }) {
  const { t } = useTranslation('recognition');
  const query = useQuery(verificationQuery(number));
  if (query.isPending) return <div className={styles.result}><Skeleton lines={5} /></div>;
  if (query.data) return <Found found={query.data} />;
  if (query.error instanceof RequestError && query.error.status === 404) return <div className={styles.missing}><EmptyState drawing="lost" title={t('verify.missing')}>{query.error.detail}</EmptyState></div>;
  return <div className={styles.missing}><ErrorState error={query.error} onRetry={() => void query.refetch()} /></div>;
}

const ICONS = { valid: CheckCircleFilled, expired: ClockCircleFilled, revoked: CloseCircleFilled };

function Found({ found }: { found: Verification }) {
  const { t } = useTranslation('recognition');
  const { state, revoked, validUntil } = found;
  const Icon = ICONS[state];
  const why = revoked ? t('verify.revoked', { day: formatDay(revoked.on), grounds: t(`grounds.${revoked.grounds}`) }) : t(`verify.${state}`, { day: validUntil ? formatDay(validUntil) : '' });
  const facts: [string, ReactNode][] = [
    [t('verify.what'), <span lang="zh-CN">{found.title}</span>], [t('verify.kind'), t(`kind.${found.kind}`)], [t('verify.holder'), found.holder === null ? t('verify.withheld') : <span lang="zh-CN">{found.holder}</span>], [t('paper.issuer'), <span lang="zh-CN">{found.issuer}</span>],
    [t('paper.earnedOn'), formatDay(found.earnedOn)], [t('paper.validUntil'), validUntil ? formatDay(validUntil) : t('verify.forGood')], [t('paper.number'), <span lang="en">{found.number}</span>],
  ];
  return (
    <section className={`${styles.result} ${state === 'valid' ? '' : styles[state]}`} aria-labelledby="verdict">
      <div role="status">
        <h2 id="verdict" className={styles.verdict}><Icon aria-hidden /><span>{t(`verify.verdict.${state}`)}</span></h2>
        <p className={styles.why}>{why}</p>
      </div>
      <dl className={styles.facts}>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <p className={styles.note}>{t(found.holder === null ? 'verify.noteWithheld' : 'verify.note')}</p>
    </section>
  );
}
