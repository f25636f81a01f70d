import type { AssignmentPreview } from '@zhixing/plans/contract';
import { formatDay, formatNumber, Panel, sentenceOf } from '@zhixing/platform/web';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DifferenceView } from '../assignments/difference-view.tsx';
import { dueSentence } from '../components/due-rule.tsx';
import type { Draft } from './draft.ts';
import styles from './wizard.module.css';

/** The whole assignment as it stands, beside every step; how many people it means follows what is typed. */
export function Summary({ draft, named, showDifference, preview, complete, waiting, error }: { draft: Draft; named: string | undefined; showDifference: boolean; preview: AssignmentPreview | undefined; complete: boolean; waiting: boolean; error: unknown }) {
  const { t } = useTranslation('plans');
  const nothing = <span className={styles.note}>{t('summary.notYet')}</span>;
  return (
    <Panel title={t('summary.title')} className={styles.summary}>
      <dl className={styles.facts}>
        <Fact name={t('step.target')}>{named ? <span lang="zh-CN">{named}</span> : nothing}</Fact>
        <Fact name={t('field.title')}>{draft.title.trim() ? <span lang="zh-CN">{draft.title}</span> : nothing}</Fact>
        <Fact name={t('step.audience')}>
          {!complete ? <span className={styles.note}>{t('summary.incomplete')}</span> : error ? <span className={styles.wrong}>{sentenceOf(error)}</span> : (
            <span role="status" aria-busy={waiting} className={waiting ? styles.waiting : undefined}><b className={styles.count}>{preview ? formatNumber(preview.matched) : '…'}</b> {t('summary.people', { count: preview?.matched ?? 0 })}</span>
          )}
        </Fact>
        <Fact name={t('step.due')}>{dueSentence(draft.due)}</Fact>
        <Fact name={t('field.startsOn')}>{draft.startsOn ? formatDay(draft.startsOn) : nothing}</Fact>
        <Fact name={t('field.mandatory')}>{t(draft.mandatory ? 'mandatory' : 'optional')}</Fact>
      </dl>
      {showDifference && preview?.difference && <section aria-label={t('difference.title')} className={styles.difference}><h3 className={styles.legend}>{t('difference.title')}</h3><DifferenceView difference={preview.difference} /></section>}
    </Panel>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => <div className={styles.fact}><dt>{name}</dt><dd>{children}</dd></div>;
