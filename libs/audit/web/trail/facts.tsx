import type { ActFacts } from '@zhixing/audit/contract';
import { formatNumber } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';

/** The facts of an act that say something by themselves, in one line; the detail shows them all. */
export function FactLine({ facts: { reason, rows } }: { facts: ActFacts }) {
  const { t } = useTranslation('audit');
  return (
    <>
      {typeof rows === 'number' && <span>{t('fact.rowsValue', { count: rows, written: formatNumber(rows) })}</span>}
      {typeof rows === 'number' && typeof reason === 'string' && ' · '}
      {typeof reason === 'string' && <span lang="zh-CN">{reason}</span>}
    </>
  );
}
