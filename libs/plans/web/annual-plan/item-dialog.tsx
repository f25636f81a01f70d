import { useMe } from '@zhixing/access/web';
import { Domain } from '@zhixing/courses/contract';
import { DepartmentPicker, PersonPicker } from '@zhixing/people/web';
import { type Need, type PlanItem, PlanItemKind, SaveItem } from '@zhixing/plans/contract';
import { control, Field, Select, SkeletonBlock } from '@zhixing/platform/web';
import { Button } from 'antd';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../components/form-dialog.tsx';
import { ReasonField } from '../components/reason-field.tsx';
import styles from './annual-plan.module.css';

/** An item while it is written, numbers as typed. */
interface ItemDraft {
  title: string;
  audience: string;
  departmentId: string | undefined;
  domain: Domain;
  kind: PlanItemKind;
  month: number;
  people: string;
  hours: string;
  budget: string;
  ownerId: string;
  reason: string;
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const NUMBERS = ['people', 'hours', 'budget'] as const;

/** What a stored item, or a need that is to become one, says already. */
function draftOf(from: PlanItem | Need | undefined, ownerId: string): ItemDraft {
  const draft: ItemDraft = { title: '', audience: '', departmentId: undefined, domain: 'llm-application', kind: 'class', month: 1, people: '', hours: '', budget: '', ownerId, reason: '' };
  if (!from) return draft;
  if ('priority' in from) return { ...draft, title: from.title, domain: from.domain, people: String(from.people), departmentId: from.department.id };
  const { title, audience, domain, kind, month, people, hours, budget } = from;
  return { ...draft, title, audience, domain, kind, month, departmentId: from.department?.id, people: String(people), hours: String(hours), budget: String(budget) };
}

/** The fields that are wrong, by their names in the contract. */
function wrongOf(draft: ItemDraft, needsReason: boolean): { body: SaveItem | undefined; wrong: ReadonlySet<string> } {
  const number = (typed: string) => (typed.trim() === '' ? Number.NaN : Number(typed));
  const { reason, departmentId, people, hours, budget, ...said } = draft;
  const parsed = SaveItem.safeParse({ ...said, departmentId: departmentId ?? null, people: number(people), hours: number(hours), budget: number(budget), ...(needsReason && { reason }) });
  return parsed.success ? { body: parsed.data, wrong: new Set() } : { body: undefined, wrong: new Set(parsed.error.issues.map(({ path }) => String(path[0]))) };
}

/** Writes an item: a new one, another wording of `from`, or what a need becomes. `approved`: the plan is, so a reason is asked for. */
export function ItemDialog({ from, title, send, approved, pending, error, onSend, onClose }: {
  from?: PlanItem | Need;
  title: string;
  send: string;
  approved: boolean;
  pending: boolean;
  error: unknown;
  onSend: (body: SaveItem) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['plans', 'courses']);
  const id = useId();
  const me = useMe().person;
  const owner = from && 'owner' in from ? from.owner : me;
  const [draft, setDraft] = useState(() => draftOf(from, owner.id));
  const [checked, setChecked] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const { body, wrong } = wrongOf(draft, approved);
  const change = (more: Partial<ItemDraft>) => setDraft({ ...draft, ...more });
  const say = (field: string, words = field) => (checked && wrong.has(field) ? t(`plans:annual.wrong.${words}`) : undefined);
  const give = () => {
    setChecked(true);
    if (body) onSend(body);
  };
  const noteOf = (error: string | undefined) => (error ? { error } : {});
  return (
    <FormDialog title={title} send={send} pending={pending} error={error} onSend={give} onClose={onClose}>
      <Field id={`${id}-title`} label={t('plans:annual.field.title')} {...noteOf(say('title'))}><input {...control(`${id}-title`, say('title'))} lang="zh-CN" maxLength={120} value={draft.title} onChange={(event) => change({ title: event.target.value })} /></Field>
      <div className={styles.pair}>
        <Field id={`${id}-kind`} label={t('plans:annual.field.kind')}><Select {...control(`${id}-kind`)} value={draft.kind} onChange={(event) => change({ kind: PlanItemKind.parse(event.target.value) })}>{PlanItemKind.options.map((one) => <option key={one} value={one}>{t(`plans:annual.kind.${one}`)}</option>)}</Select></Field>
        <Field id={`${id}-month`} label={t('plans:annual.field.month')}><Select {...control(`${id}-month`)} value={draft.month} onChange={(event) => change({ month: Number(event.target.value) })}>{MONTHS.map((one) => <option key={one} value={one}>{t('plans:annual.month', { month: one })}</option>)}</Select></Field>
      </div>
      <Field id={`${id}-domain`} label={t('plans:annual.field.domain')}><Select {...control(`${id}-domain`)} value={draft.domain} onChange={(event) => change({ domain: Domain.parse(event.target.value) })}>{Domain.options.map((one) => <option key={one} value={one}>{t(`courses:domain.${one}`)}</option>)}</Select></Field>
      <Field id={`${id}-audience`} label={t('plans:annual.field.audience')}><input {...control(`${id}-audience`)} lang="zh-CN" maxLength={200} value={draft.audience} onChange={(event) => change({ audience: event.target.value })} /></Field>
      <Field id={`${id}-department`} label={t('plans:annual.field.department')}>
        <Suspense fallback={<SkeletonBlock height={40} />}><DepartmentPicker id={`${id}-department`} placeholder={t('plans:annual.field.wholePlan')} value={draft.departmentId} onChange={(departmentId) => change({ departmentId })} /></Suspense>
      </Field>
      <div className={styles.triple}>
        {NUMBERS.map((one) => <Field key={one} id={`${id}-${one}`} label={t(`plans:annual.field.${one}`)} {...noteOf(say(one))}><input {...control(`${id}-${one}`, say(one))} type="number" inputMode="numeric" min={0} value={draft[one]} onChange={(event) => change({ [one]: event.target.value })} /></Field>)}
      </div>
      {choosing
        ? (
          <Field id={`${id}-owner`} label={t('plans:annual.field.owner')} {...noteOf(say('ownerId', 'owner'))}>
            <Suspense fallback={<SkeletonBlock height={40} />}><PersonPicker id={`${id}-owner`} value={draft.ownerId || undefined} onChange={(person) => change({ ownerId: person ?? '' })} /></Suspense>
          </Field>
        )
        : <div className={styles.between}><div><p className={styles.label}>{t('plans:annual.field.owner')}</p><p className={styles.plain} lang="zh-CN">{owner.displayName}</p></div><Button onClick={() => { setChoosing(true); change({ ownerId: '' }); }}>{t('plans:annual.change')}<span className="zx-only-read"> {t('plans:annual.field.owner')}</span></Button></div>}
      {approved && <ReasonField id={`${id}-reason`} label={t('plans:annual.reason')} hint={t('plans:annual.reasonHint')} wrong={say('reason')} value={draft.reason} onChange={(reason) => change({ reason })} />}
    </FormDialog>
  );
}
