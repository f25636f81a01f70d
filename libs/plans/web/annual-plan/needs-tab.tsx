import { type Need, NeedState, type PlanView } from '@zhixing/plans/contract';
import { EmptyState, formatDay, LoadMore, Panel, QueryView, SelectField, Skeleton, toast, useSearchParameters } from '@zhixing/platform/web';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { z } from 'zod';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { needsQuery, useDeclineNeed, useTakeNeed } from './api.ts';
import styles from './annual-plan.module.css';
import { ItemDialog } from './item-dialog.tsx';
import { NeedStateTag, PriorityTag } from './words.tsx';

const Address = z.object({ need: NeedState.optional() });

/** What departments ask for: taken into the plan or declined, with a reason. */
export function NeedsTab({ plan }: { plan: PlanView }) {
  const { t } = useTranslation('plans');
  const [{ need }, change] = useSearchParameters(Address);
  const query = useInfiniteQuery(needsQuery(plan.id, need));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [deciding, setDeciding] = useState<{ need: Need; take: boolean }>();
  const done = () => setDeciding(undefined);
  return (
    <div className={styles.stack}>
      <div className={styles.filters}><SelectField label={t('annual.needs.state')} value={need ?? ''} options={[{ value: '', label: t('annual.filter.any') }, ...NeedState.options.map((one) => ({ value: one, label: t(`annual.need.${one}`) }))]} onChange={(next) => change({ need: next || undefined })} /></div>
      <Panel title={t('annual.tab.needs')} hideTitle flush>
        <QueryView query={query} loading={<div className={styles.inset}><Skeleton lines={6} /></div>} empty={() => rows.length === 0 && <EmptyState drawing="done" title={need ? t('annual.noneOfFilter') : t('annual.needs.noneHere')}>{!need && t('annual.needs.noneHereWhy')}</EmptyState>}>
          {() => (
            <>
              <ul className={styles.list}>
                {rows.map((one) => (
                  <li key={one.id} className={styles.row}>
                    <NeedWords need={one} />
                    <div className={styles.actions}>
                      {one.state === 'waiting' && plan.can.edit
                        ? <><Button aria-haspopup="dialog" onClick={() => setDeciding({ need: one, take: false })}>{t('annual.needs.decline')}<span className="zx-only-read" lang="zh-CN"> {one.title}</span></Button><Button type="primary" aria-haspopup="dialog" onClick={() => setDeciding({ need: one, take: true })}>{t('annual.needs.take')}<span className="zx-only-read" lang="zh-CN"> {one.title}</span></Button></>
                        : <NeedStateTag state={one.state} />}
                    </div>
                  </li>
                ))}
              </ul>
              {query.hasNextPage && <div className={styles.inset}><LoadMore query={query} shown={rows.length} /></div>}
            </>
          )}
        </QueryView>
      </Panel>
      {deciding && (deciding.take ? <TakeDialog plan={plan} need={deciding.need} onClose={done} /> : <DeclineDialog plan={plan} need={deciding.need} onClose={done} />)}
    </div>
  );
}

/** What a need says: what, for how many, why, how urgent, and who asked; once decided also by whom. */
export function NeedWords({ need }: { need: Need }) {
  const { t } = useTranslation(['plans', 'courses']);
  return (
    <div className={styles.words}>
      <p lang="zh-CN">{need.title}</p>
      <p className={styles.line}><PriorityTag priority={need.priority} /><span className={styles.small}>{t(`courses:domain.${need.domain}`)} · {t('plans:annual.peopleOf', { count: need.people })}</span></p>
      <p className={styles.small} lang="zh-CN">{need.why}</p>
      <p className={styles.small}><span lang="zh-CN">{need.department.name} {need.by.displayName}</span> · {formatDay(need.at)}</p>
      {need.note && <p className={styles.small} lang="zh-CN">{t('plans:annual.returnedWhy', { note: need.note })}</p>}
      {need.decided && need.state !== 'withdrawn' && <p className={styles.small}>{t('plans:annual.needs.answered')} <span lang="zh-CN">{need.decided.by.displayName}</span> · {formatDay(need.decided.at)}</p>}
    </div>
  );
}

function TakeDialog({ plan, need, onClose }: { plan: PlanView; need: Need; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const take = useTakeNeed(plan.id, need.id);
  const [idempotencyKey] = useState(() => v7());
  return (
    <ItemDialog
      from={need} title={t('annual.needs.takeTitle')} send={t('annual.needs.take')} approved={plan.state === 'approved'} pending={take.isPending} error={take.error}
      onSend={(body) => take.mutate({ idempotencyKey, body }, { onSuccess: () => { toast.success(t('annual.needs.taken')); onClose(); } })} onClose={onClose}
    />
  );
}

function DeclineDialog({ plan, need, onClose }: { plan: PlanView; need: Need; onClose: () => void }) {
  const { t } = useTranslation('plans');
  const decline = useDeclineNeed(plan.id, need.id);
  return (
    <ReasonDialog
      title={t('annual.needs.declineTitle')} label={t('annual.needs.declineReason')} hint={t('annual.needs.declineHint')} send={t('annual.needs.decline')} pending={decline.isPending} error={decline.error}
      onSend={(note) => decline.mutate(note, { onSuccess: () => { toast.success(t('annual.needs.declined')); onClose(); } })} onClose={onClose}
    />
  );
}
