import { coursesAudience } from '@zhixing/courses/contract';
import { peopleAudience } from '@zhixing/people/contract';
import type { AudienceCondition, AudienceRule } from '@zhixing/platform/contract';
import type { z } from 'zod';
import { today } from '../days.ts';

/** The conditions this page has fields for, each with the schema of its value. */
export const CONDITIONS = { ...peopleAudience, ...coursesAudience };
export type ConditionKind = keyof typeof CONDITIONS;
export type ValueOf<K extends ConditionKind> = z.infer<(typeof CONDITIONS)[K]>;

export const isKnown = (kind: string): kind is ConditionKind => kind in CONDITIONS;

/** Where the fields of a new condition begin; what has to be chosen is empty. */
export const EMPTY: { [K in ConditionKind]: ValueOf<K> } = {
  'people.department': { departmentIds: [] },
  'people.position': { positionIds: [] },
  'people.level': { is: 'at_least', jobLevelId: '' },
  'people.hired': { is: 'since', on: today() },
  'people.joined': { withinDays: 90 },
  'people.persons': { personIds: [] },
  'courses.completed': { courseId: '' },
  'courses.learning': { courseId: '' },
};

/** A group of rules of which all, or any, must hold. */
export interface Group { join: 'all' | 'any'; rules: AudienceRule[] }

/** A rule as a group; a single condition is a group of one. */
export function groupOf(rule: AudienceRule): Group {
  if ('all' in rule) return { join: 'all', rules: rule.all };
  if ('any' in rule) return { join: 'any', rules: rule.any };
  return { join: 'all', rules: [rule] };
}

export const ruleOf = ({ join, rules }: Group): AudienceRule => (join === 'all' ? { all: rules } : { any: rules });

/** A rule and whether it stands under NOT. */
export function negationOf(rule: AudienceRule): { negated: boolean; inner: AudienceRule } {
  return 'not' in rule ? { negated: true, inner: rule.not } : { negated: false, inner: rule };
}

export const negate = (inner: AudienceRule, negated: boolean): AudienceRule => (negated ? { not: inner } : inner);

export const isCondition = (rule: AudienceRule): rule is AudienceCondition => 'kind' in rule;

/** Whether every condition says what it is to compare with; what other rooms brought is theirs to check. */
export function isComplete(rule: AudienceRule): boolean {
  if ('all' in rule) return rule.all.every(isComplete);
  if ('any' in rule) return rule.any.every(isComplete);
  if ('not' in rule) return isComplete(rule.not);
  return !isKnown(rule.kind) || CONDITIONS[rule.kind].safeParse(rule.value).success;
}
