import type { AdministeredPath, PathCard, PathDraft, PathDraftView, PathItemView, PathState, PathStepView, PathView } from '@zhixing/plans/contract';
import type { Localized } from '@zhixing/platform/contract';
import { percentOf, statesOf } from './paths.rules.ts';

export interface PathRow {
  rank: number;
  id: string;
  title: string;
  description: string;
  profile_id: string | null;
  ordered: boolean;
  version: number;
  enrolled_at: Date | null;
  completed_at: Date | null;
  completed_before: Date | null;
  obligation_id: string | null;
  cycle: string | null;
  due_on: string | null;
  required: number;
  done: number;
  minutes_left: number;
  steps: number;
  minutes: number;
  people: number;
}

export interface ItemRow {
  step: number;
  satisfied: boolean;
  kind: 'course' | 'skill';
  course_id: string | null;
  skill_id: string | null;
  level: number | null;
  title: string | null;
  minutes: number;
  open: boolean;
  registration_id: string | null;
}

export interface AdministeredRow {
  id: string;
  title: string;
  profile_id: string | null;
  state: PathState;
  version: number;
  revision: number;
  scope: string[] | null;
  updated_at: Date;
  sort_key: string;
  draft: PathDraft;
  changed: boolean;
  people: number;
  completed: number;
}

/** Words for what paths name by id. */
export interface Names { profiles: Map<string, Localized>; skills: Map<string, Localized>; levels: Map<string, number> }

const profileOf = (id: string | null, profiles: Names['profiles']): { id: string; name: Localized } | null => (id === null ? null : { id, name: profiles.get(id) ?? { zh: id, en: id } });

export const pathCard = (row: PathRow, { profiles }: Pick<Names, 'profiles'>): PathCard => ({
  id: row.id,
  title: row.title,
  description: row.description,
  profile: profileOf(row.profile_id, profiles),
  steps: row.steps,
  minutes: row.minutes,
  people: row.people,
  percent: percentOf(row.done, row.required),
  required: row.required,
  done: row.done,
  minutesLeft: row.minutes_left,
  enrolledAt: row.enrolled_at?.toISOString() ?? null,
  completedAt: row.completed_at?.toISOString() ?? null,
  owed: row.obligation_id === null ? null : { obligationId: row.obligation_id, cycle: row.cycle!, dueOn: row.due_on! },
  completedBefore: row.completed_before?.toISOString() ?? null,
});

function itemView(row: ItemRow, { skills, levels }: Names): PathItemView {
  if (row.kind === 'skill') {
    const id = row.skill_id!;
    return { kind: 'skill', satisfied: row.satisfied, skill: { id, name: skills.get(id) ?? { zh: id, en: id } }, level: row.level!, current: levels.get(id) ?? 0 };
  }
  const shown = row.open || row.satisfied;
  return { kind: 'course', satisfied: row.satisfied, course: shown ? { id: row.course_id!, title: row.title!, minutes: row.minutes, registrationId: row.registration_id } : null };
}

/** The path step by step; `next` = the first required step that can be gone on with, else the first other one. */
export function pathView(row: PathRow & { content: PathDraft; items: ItemRow[] }, names: Names): PathView {
  const steps = row.content.steps.map((step, at) => ({ ...step, rows: row.items.filter((one) => one.step === at) }));
  const states = statesOf(steps.map(({ required, mode, rows }) => ({ required, mode, items: rows })), row.ordered);
  const stepViews = steps.map(({ key, title, required, mode, rows }, at): PathStepView => ({ key, title, required, mode, state: states[at]!, items: rows.map((one) => itemView(one, names)) }));
  const open = stepViews.filter((step) => step.state === 'open');
  return { ...pathCard(row, names), ordered: row.ordered, version: row.version, stepViews, next: (open.find((step) => step.required) ?? open[0])?.key ?? null };
}

export const administeredPath = (row: AdministeredRow, { profiles }: Pick<Names, 'profiles'>, can: AdministeredPath['can']): AdministeredPath => ({
  id: row.id, title: row.title, profile: profileOf(row.profile_id, profiles), state: row.state, version: row.version, changed: row.changed, people: row.people, completed: row.completed, updatedAt: row.updated_at.toISOString(), can,
});

export const pathDraftView = (row: AdministeredRow, words: Pick<PathDraftView, 'courses' | 'skills'>, can: PathDraftView['can']): PathDraftView => ({
  id: row.id, state: row.state, version: row.version, revision: row.revision, changed: row.changed, draft: row.draft, ...words, impact: { people: row.people, completed: row.completed }, can,
});
