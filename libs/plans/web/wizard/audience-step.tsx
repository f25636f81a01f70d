import { Notice, TableBox, tableStyles } from '@zhixing/platform/web';
import type { AssignmentPreview } from '@zhixing/plans/contract';
import { useTranslation } from 'react-i18next';
import { AudienceBuilder } from './audience-builder.tsx';
import type { StepProps } from './step.ts';
import styles from './wizard.module.css';

/** Who is meant, as a rule; some of those it finds stand below. */
export function AudienceStep({ draft, wrong, preview, onChange }: StepProps & { preview: AssignmentPreview | undefined }) {
  const { t } = useTranslation('plans');
  return (
    <>
      <AudienceBuilder rule={draft.audience} onChange={(audience) => onChange({ audience })} />
      {wrong.audience && <Notice look="failed" title={t(wrong.audience)} />}
      {preview && preview.sample.length > 0 && (
        <details className={styles.details}>
          <summary>{t('audience.sample', { count: preview.sample.length })}</summary>
          <TableBox label={t('audience.sample', { count: preview.sample.length })}>
            <table className={tableStyles.table}>
              <thead><tr><th scope="col">{t('column.person')}</th><th scope="col">{t('column.position')}</th><th scope="col">{t('column.department')}</th></tr></thead>
              <tbody>{preview.sample.map((one) => <tr key={one.id} lang="zh-CN"><td>{one.displayName} <span className={tableStyles.small}>{one.staffNumber}</span></td><td>{one.position}</td><td>{one.department.name}</td></tr>)}</tbody>
            </table>
          </TableBox>
        </details>
      )}
    </>
  );
}
