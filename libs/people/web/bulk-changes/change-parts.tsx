import type { BulkProgress, BulkRowsQuery } from '@zhixing/people/contract';
import { Notice, ProgressBar, TabLinks, useSearchParameters } from '@zhixing/platform/web';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { isBusy, type Origin } from './api.ts';
import styles from './change-parts.module.css';
import { Decision } from './decision.tsx';
import { Rows } from './rows.tsx';
import { Undo, Undone } from './undo.tsx';

const KINDS = ['kept', 'error', 'new', 'changed', 'missing', 'department', 'same'] as const satisfies BulkRowsQuery['kind'][];
type Kind = (typeof KINDS)[number];
const Address = z.object({ kind: z.enum(KINDS).optional() });

/** A bulk change below its head: what a worker is doing, what is to be decided, the way back, and the report. */
export function ChangeParts<View extends BulkProgress>({ origin, view }: { origin: Origin<View>; view: View }) {
  const { t } = useTranslation('people');
  return (
    <div className={styles.parts}>
      {isBusy(view.state) && <Working view={view} />}
      {view.failure !== null && <Notice look="failed" title={<span lang={document.documentElement.lang}>{view.failure}</span>}><p className={styles.note}>{t(view.state === 'failed' ? `${origin.words}.failedWhat` : 'changes.notUndone')}</p></Notice>}
      {view.can.discard && <Decision origin={origin} view={view} />}
      {view.can.undo && <Undo origin={origin} view={view} />}
      {view.undone && view.state === 'undone' && <Undone undone={view.undone} />}
      {view.counts && <Report origin={origin} view={view} counts={view.counts} />}
    </div>
  );
}

/** What a worker is doing; the page may be left. */
function Working({ view: { state, progress } }: { view: BulkProgress }) {
  const { t } = useTranslation('people');
  const percent = progress ? (100 * progress.done) / progress.total : 0;
  return (
    <section aria-label={t(`changes.state.${state}`)} className={styles.working}>
      <ProgressBar percent={percent} label={t(`changes.state.${state}`)} />
      <p className={styles.note}>{t(`changes.working.${state}`)}</p>
    </section>
  );
}

function Report<View extends BulkProgress>({ origin, view, counts }: { origin: Origin<View>; view: View; counts: NonNullable<View['counts']> }) {
  const { t } = useTranslation('people');
  const count: Record<Kind, number> = { ...counts, department: counts.departments, kept: view.undone?.kept ?? 0 };
  const kinds = KINDS.filter((kind) => (origin.words === 'bulk' ? kind !== 'new' && kind !== 'department' : kind !== 'same') && (kind !== 'kept' || count.kept > 0));
  // without a choice what is wrong or stays comes first, then what there is most likely to look at
  const usual = kinds.find((kind) => count[kind] > 0) ?? kinds[0]!;
  const [{ kind: asked = usual }] = useSearchParameters(Address);
  const kind = kinds.includes(asked) ? asked : usual;
  const order = [usual, ...kinds.filter((one) => one !== usual)];
  return (
    <section aria-label={t('changes.report')} className={styles.report}>
      <p className={styles.note}>{t(`${origin.words}.staffAndSame`, { staff: counts.staff, same: counts.same })}</p>
      <TabLinks label={t('changes.report')} parameter="kind" current={kind} tabs={order.map((key) => ({ key, label: t(`changes.kind.${key}`), count: count[key] }))} />
      <Rows origin={origin} id={view.id} kind={kind} state={view.state} total={count[kind]} />
    </section>
  );
}
