import type { Evidence } from '@zhixing/skills/contract';
import { formatDay, StatusTag } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './evidence-line.module.css';
import { lastDay } from './last-day.ts';

/** One piece of evidence: what it is, for which level, of which day, and whether it counts. */
export function EvidenceLine({ evidence: { kind, title, link, level, on, expiresOn, verified, expired, withdrawnOn }, skill }: { evidence: Evidence; skill?: string }) {
  const { t } = useTranslation('skills');
  const words = title || t(`kind.${kind}`);
  return (
    <div className={styles.line}>
      <span className={styles.words}>
        {link ? <Link to={link} lang="zh-CN">{words}</Link> : <span lang={title ? 'zh-CN' : undefined}>{words}</span>}
        <span className={styles.facts}>{[skill, t('level.of', { level }), t(`kind.${kind}`), formatDay(on)].filter(Boolean).join(' · ')}</span>
      </span>
      {withdrawnOn ? <StatusTag look="ended" plain>{t('evidence.withdrawn', { day: formatDay(withdrawnOn) })}</StatusTag>
        : verified ? <StatusTag look={expired ? 'ended' : 'done'} plain>{t(expired ? 'evidence.expired' : 'evidence.verified', { day: formatDay(lastDay(expiresOn)) })}</StatusTag>
        : <StatusTag look="draft" plain>{t('evidence.claimed')}</StatusTag>}
    </div>
  );
}
