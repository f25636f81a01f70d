import { PathDraft, type PathItem, type PathStep } from '@zhixing/plans/contract';
import { v7 } from 'uuid';

/** A step nobody filled in yet; its key stays through the versions. */
export const freshStep = (): PathStep => ({ key: v7(), title: '', required: true, mode: 'all', items: [freshItem('course')] });

export const freshItem = (kind: PathItem['kind']): PathItem => (kind === 'course' ? { kind, courseId: '' } : { kind, skillId: '', level: 2 });

export const freshDraft = (): PathDraft => ({ title: '', description: '', profileId: null, ordered: true, audience: [], steps: [freshStep()] });

export const replaced = <T,>(all: readonly T[], at: number, one: T): T[] => all.map((before, place) => (place === at ? one : before));
export const without = <T,>(all: readonly T[], at: number): T[] => all.filter((_, place) => place !== at);

/** The list with one of it at another place. */
export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const rest = without(all, from);
  return [...rest.slice(0, to), all[from]!, ...rest.slice(to)];
}

export type Wrong = 'title' | 'department' | 'stepTitle' | 'noItems' | 'course' | 'skill';

/** What is missing, by place: `title`, `department-0`, `step-0`, `items-0`, `item-0-1`. */
export function wrongOf(draft: PathDraft): Map<string, Wrong> {
  const wrong = new Map<string, Wrong>();
  if (draft.title.trim().length < 2) wrong.set('title', 'title');
  for (const [at, id] of draft.audience.entries()) if (!id) wrong.set(`department-${at}`, 'department');
  for (const [at, step] of draft.steps.entries()) {
    if (!step.title.trim()) wrong.set(`step-${at}`, 'stepTitle');
    if (!step.items.length) wrong.set(`items-${at}`, 'noItems');
    for (const [place, item] of step.items.entries()) {
      if (item.kind === 'course' && !item.courseId) wrong.set(`item-${at}-${place}`, 'course');
      if (item.kind === 'skill' && !item.skillId) wrong.set(`item-${at}-${place}`, 'skill');
    }
  }
  return wrong;
}

/** Whether two drafts say the same. */
export const isSame = (one: PathDraft, other: PathDraft): boolean => JSON.stringify(PathDraft.parse(one)) === JSON.stringify(PathDraft.parse(other));
