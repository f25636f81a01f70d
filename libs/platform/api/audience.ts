import type { AudienceRule, Localized } from '@zhixing/platform/contract';
import type { z } from 'zod';
import type { Reader } from './database.ts';
import { AppError } from './errors.ts';

/** Takes a value in as a parameter of the statement; returns `$3`. */
export type Bind = (value: unknown) => string;

/** A kind of condition that audience rules are made of: the schema of its value, and SQL that says whether it holds today. */
export interface AudienceKind<T = unknown> {
  /** With the room in front: `people.department`. */
  kind: string;
  title: Localized;
  value: z.ZodType<T>;
  /** SQL of a boolean, never null; `person` = SQL of a person's id, a column of `candidate`, a name to leave alone. Values go in through `bind` only. */
  predicate(value: T, bind: Bind, person: string): string;
  /** The condition in words; names of what the value points at are read through `reader`. */
  words(value: T, reader: Reader): Promise<Localized>;
}

/** Declares a condition; its predicate and words get the value that its schema describes. */
export const audienceKind = <T>(kind: AudienceKind<T>): AudienceKind => kind as unknown as AudienceKind;

/** Audience rules as SQL: one boolean over a person's id, whatever the rule; nothing of a rule becomes SQL text but its shape. */
export class Audience {
  constructor(readonly kinds: readonly AudienceKind[]) {}

  /** SQL of whether `person` (SQL of an id) belongs to the audience. @throws AppError `invalid` naming the condition that no room knows or whose value does not fit */
  predicate(rule: AudienceRule, bind: Bind, person: string, path = 'audience'): string {
    if ('all' in rule) return joined(rule.all.map((one, at) => this.predicate(one, bind, person, `${path}.all.${at}`)), ' and ', 'true');
    if ('any' in rule) return joined(rule.any.map((one, at) => this.predicate(one, bind, person, `${path}.any.${at}`)), ' or ', 'false');
    if ('not' in rule) return `not ${this.predicate(rule.not, bind, person, `${path}.not`)}`;
    const { kind, value } = this.read(rule.kind, rule.value, path);
    return `(${kind.predicate(value, bind, person)})`;
  }

  /** The rule as a sentence in both languages. */
  async words(rule: AudienceRule, reader: Reader): Promise<Localized> {
    if ('all' in rule) return rule.all.length ? together(await this.each(rule.all, reader), '，且', ' and ') : { zh: '全体员工', en: 'everybody' };
    if ('any' in rule) return rule.any.length ? together(await this.each(rule.any, reader), '，或', ' or ') : { zh: '无人', en: 'nobody' };
    if ('not' in rule) {
      const { zh, en } = await this.words(rule.not, reader);
      return { zh: `非（${zh}）`, en: `not (${en})` };
    }
    const { kind, value } = this.read(rule.kind, rule.value, 'audience');
    return kind.words(value, reader);
  }

  private each(rules: AudienceRule[], reader: Reader): Promise<Localized[]> {
    return Promise.all(rules.map((one) => this.words(one, reader)));
  }

  private read(name: string, value: unknown, path: string): { kind: AudienceKind; value: unknown } {
    const kind = this.kinds.find((one) => one.kind === name);
    if (!kind) throw new AppError('invalid', {}, [{ path: `${path}.kind`, message: name }]);
    const parsed = kind.value.safeParse(value);
    if (!parsed.success) throw new AppError('invalid', {}, parsed.error.issues.map((issue) => ({ path: [path, 'value', ...issue.path].join('.'), message: issue.message })));
    return { kind, value: parsed.data };
  }
}

const joined = (parts: string[], by: string, none: string): string => (parts.length ? `(${parts.join(by)})` : none);

const together = (parts: Localized[], zh: string, en: string): Localized =>
  parts.length === 1 ? parts[0]! : { zh: parts.map((one) => `（${one.zh}）`).join(zh), en: parts.map((one) => `(${one.en})`).join(en) };
