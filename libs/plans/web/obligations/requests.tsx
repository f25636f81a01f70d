import type { Extension, Waiver } from '@zhixing/plans/contract';
import { formatDay, formatInstant, type StatusLook, StatusTag } from '@zhixing/platform/web';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './obligation.module.css';

const LOOKS: Record<NonNullable<Extension['decision']>, StatusLook> = { approved: 'done', declined: 'failed', withdrawn: 'ended' };

/** A wish for more time and what came of it. */
export function ExtensionLine({ extension: one, action }: { extension: Extension; action?: ReactNode }) {
  const { t } = useTranslation('plans');
  return (
    <li className={styles.request}>
      <div className={styles.words}>
        <p className={styles.line}>
          {t('extension.wish', { day: formatDay(one.until) })} <StatusTag look={one.decision ? LOOKS[one.decision] : 'waiting'} plain>{t(`extension.decision.${one.decision ?? 'waiting'}`)}</StatusTag>
        </p>
        <p className={styles.text} lang="zh-CN">{one.reason}</p>
        <p className={styles.small}>
          <span>{t('extension.askedAt', { time: formatInstant(one.requestedAt) })}</span>
          {one.decidedBy && <span lang="zh-CN">{one.decidedBy.displayName}</span>}
          {one.decidedAt && <span>{formatInstant(one.decidedAt)}</span>}
        </p>
        {one.note && <p className={styles.text} lang="zh-CN">{one.note}</p>}
      </div>
      {action}
    </li>
  );
}

/** A release: why, on what evidence, until when, by whom; and when it was taken back. */
export function WaiverLine({ waiver: one, action }: { waiver: Waiver; action?: ReactNode }) {
  const { t } = useTranslation('plans');
  return (
    <li className={styles.request}>
      <div className={styles.words}>
        <p className={styles.line}>{t('waiver.until', { day: formatDay(one.expiresOn) })} {one.revokedAt && <StatusTag look="ended" plain>{t('waiver.revoked')}</StatusTag>}</p>
        <p className={styles.text} lang="zh-CN">{one.reason}</p>
        <p className={styles.small}>
          <span>{t('waiver.approvedAt', { time: formatInstant(one.approvedAt) })}</span><span lang="zh-CN">{one.approvedBy.displayName}</span>
          {one.evidenceLink && <a href={one.evidenceLink} target="_blank" rel="noreferrer">{t('waiver.evidence')}</a>}
          {one.evidenceFile && <a href={`/api/v1/waivers/${one.id}/evidence`} download={one.evidenceFile.name}>{t('waiver.evidenceFile')} <span lang="zh-CN">{one.evidenceFile.name}</span></a>}
        </p>
        {one.revokedAt && <p className={styles.small}><span>{t('waiver.revokedAt', { time: formatInstant(one.revokedAt) })}</span>{one.revokedBy && <span lang="zh-CN">{one.revokedBy.displayName}</span>}<span lang="zh-CN">{one.revokeReason}</span></p>}
      </div>
      {action}
    </li>
  );
}
