import type { ImportReport } from '@zhixing/courses/contract';
import { formatNumber, Panel } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { Changes } from './changes.tsx';
import styles from './report.module.css';
import { Warnings } from './warnings.tsx';

const COUNTS = ['chapters', 'lessons', 'questions', 'pictures'] as const;

/** What an import found and what it could not take over. */
export function Report({ report }: { report: ImportReport }) {
  const { t } = useTranslation('courses');
  return (
    <div className={styles.report}>
      <Panel title={t('import.found')} context={t(`import.layout.${report.layout}`)}>
        <dl className={styles.counts}>
          {COUNTS.map((name) => <div key={name} className={styles.count}><dt>{t(`import.${name}`)}</dt><dd>{formatNumber(report[name])}</dd></div>)}
        </dl>
      </Panel>
      {report.state === 'draft' && <Panel title={t('draft.changes')} context={report.changes ? t('draft.against', { version: report.changes.version }) : undefined}><Changes changes={report.changes} /></Panel>}
      <Panel title={t('import.warnings')} context={report.warnings.length > 0 ? t('import.warningsWhat', { count: report.warnings.length, written: formatNumber(report.warnings.length) }) : undefined}><Warnings warnings={report.warnings} /></Panel>
    </div>
  );
}
