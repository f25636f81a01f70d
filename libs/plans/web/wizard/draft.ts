import type { AssignmentView, CreateAssignment } from '@zhixing/plans/contract';
import { AudienceRule } from '@zhixing/platform/contract';
import { addDays, today } from '../days.ts';
import { isComplete } from './rule.ts';

/** What the steps of the wizard fill in. */
export type Draft = Omit<CreateAssignment, 'target' | 'startsOn'> & { target: CreateAssignment['target'] | null; startsOn: string };

/** The steps, in their order. */
export const STEPS = ['target', 'audience', 'due', 'reminders', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** A new one: for nobody yet, due in a month. */
export const emptyDraft = (): Draft => ({
  title: '', description: '', reason: '', target: null, audience: { all: [] }, due: { kind: 'fixed', on: addDays(today(), 30) }, minimumDays: 7, mandatory: true, earlier: 'accept', earlierMonths: null,
  startsOn: today(), nominations: null,
});

export const draftOf = (view: AssignmentView): Draft => ({
  title: view.title, description: view.description, reason: view.reason, target: { kind: view.target.kind, id: view.target.id }, audience: view.audience, due: view.due, minimumDays: view.minimumDays, mandatory: view.mandatory,
  earlier: view.earlier, earlierMonths: view.earlierMonths, startsOn: view.startsOn, nominations: view.nominations,
});

/** What is wrong with the fields of a step: field -> key of the sentence. */
export function wrongOf(step: Step, draft: Draft): Record<string, string> {
  const wrong: Record<string, string> = {};
  if (step === 'target') {
    if (!draft.target) wrong.target = 'wrong.target';
    if (!draft.title.trim()) wrong.title = 'wrong.title';
    if (!draft.reason.trim()) wrong.reason = 'wrong.reason';
  }
  if (step === 'audience' && !AudienceRule.safeParse(draft.audience).success) wrong.audience = 'wrong.audienceDeep';
  else if (step === 'audience' && !isComplete(draft.audience)) wrong.audience = 'wrong.audience';
  if (step === 'due') {
    if (draft.due.kind === 'fixed' && !draft.due.on) wrong.due = 'wrong.day';
    if (draft.due.kind === 'after' && !(draft.due.amount >= 1 && draft.due.amount <= 730)) wrong.due = 'wrong.amount';
    if (draft.due.kind === 'yearly' && !(draft.due.opensDaysBefore >= 1 && draft.due.opensDaysBefore <= 364)) wrong.due = 'wrong.opens';
    if (!draft.startsOn) wrong.startsOn = 'wrong.day';
    if (!(draft.minimumDays >= 0 && draft.minimumDays <= 365)) wrong.minimumDays = 'wrong.minimumDays';
  }
  if (step === 'reminders' && draft.nominations && !(draft.nominations.quota >= 1 && draft.nominations.until)) wrong.nominations = 'wrong.nominations';
  return wrong;
}
