import { Injectable } from '@nestjs/common';
import { administrationScope, type CardRow, PeopleService, personCard } from '@zhixing/people/api';
import type { PersonCard } from '@zhixing/people/contract';
import { type Actor, AppError, audit, Database, decodeCursor, first, notify, page, type Transaction } from '@zhixing/platform/api';
import type { Corrected, CorrectHours, HoursEntry, HoursQuery, HoursRule, HoursRules, HoursSums, HoursYear, SetHoursRule } from '@zhixing/recognition/contract';
import { LocalDate } from '@zhixing/platform/contract';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { CORRECT, HOLD_LEDGER, HOURS_LEDGER, HOURS_OF_EVERYBODY, HOURS_RULES, HOURS_SUMS, SET_HOURS_RULE, THIS_YEAR } from './hours.queries.ts';
import { recognitionMessages } from './messages.ts';
import { RecognitionPolicy } from './recognition.policy.ts';

const Key = z.tuple([LocalDate, z.uuid()]);

interface EntryRow extends Omit<HoursEntry, 'title' | 'by'> { note: string; by_person_id: string | null }
interface SumsRow extends HoursSums { year: number; rule: HoursRule; years: number[] }

/** Somebody's minutes of a year. */
export interface PersonHours extends HoursSums { person: PersonCard }

/** The ledger of learning hours: reading it, correcting it by further lines, and the rule of a year. */
@Injectable()
export class HoursService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly policy: RecognitionPolicy,
  ) {}

  /** A year of somebody's ledger; this year when none is named. @throws AppError not_found for somebody the actor may not see */
  async ofPerson(actor: Actor, personId: string, { year: wanted, cursor, limit }: HoursQuery): Promise<HoursYear> {
    await this.policy.see(actor, personId);
    const { year, years, rule, formal, other } = (await first<SumsRow>(this.database, HOURS_SUMS, [personId, wanted ?? null]))!;
    const [on, id] = decodeCursor(Key, cursor) ?? [null, null];
    const rows = await this.database.rows<EntryRow>(HOURS_LEDGER, [personId, year, on, id, limit + 1]);
    const cards = await this.people.cards(rows.flatMap((row) => row.by_person_id ?? []));
    return {
      ...page(rows, limit, (row) => [row.on, row.id], ({ note, by_person_id: by, ...row }): HoursEntry => ({ ...row, title: note, by: cards.get(by ?? '') ?? null })),
      year, years, rule, minutes: { formal, other },
    };
  }

  /** Adds a line to somebody else's ledger; tells them. @throws AppError not_found, recognition.own_case, recognition.too_little */
  async correct(tx: Transaction, actor: Actor, personId: string, { kind, minutes, on, reason }: CorrectHours): Promise<Corrected> {
    await this.policy.decide(tx, actor, personId);
    await tx.rows(HOLD_LEDGER, [personId]);
    const stored = await first<{ id: string; at: Date }>(tx, CORRECT, [uuid(), personId, kind, minutes, on, reason, actor.personId]);
    if (!stored) throw new AppError('recognition.too_little');
    await audit(tx, actor, { action: 'hours.correct', object: { type: 'person', id: personId }, facts: { entryId: stored.id, kind, minutes, on, reason } });
    const { displayName: person } = await this.people.card(actor.personId, tx);
    await notify(tx, { template: recognitionMessages.corrected, to: [personId], subject: { type: 'hours', id: stored.id }, values: { minutes, person, reason }, link: `/hours?year=${on.slice(0, 4)}` });
    const sums = (await first<SumsRow>(tx, HOURS_SUMS, [personId, Number(on.slice(0, 4))]))!;
    return { id: stored.id, at: stored.at.toISOString(), minutes: { formal: sums.formal, other: sums.other } };
  }

  async rules(): Promise<HoursRules> {
    const { year } = (await first<{ year: number }>(this.database, THIS_YEAR))!;
    return { items: await this.database.rows<HoursRule>(HOURS_RULES), year };
  }

  /** What is asked of everybody from a year on. @throws AppError recognition.whole_bank */
  async setRule(tx: Transaction, actor: Actor, year: number, { hours, formal }: SetHoursRule): Promise<void> {
    this.policy.rule(actor);
    const { before } = (await first<{ before: object | null }>(tx, SET_HOURS_RULE, [year, hours, formal]))!;
    await audit(tx, actor, { action: 'hours.rule', object: { type: 'hours_rule', id: String(year) }, before, after: { hours, formal }, facts: { year, hours, formal } });
  }

  /** Everybody in the actor's scope with their minutes of a year, by staff number. */
  async everybody(actor: Actor, year: number, after: string | null, limit: number): Promise<PersonHours[]> {
    const rows = await this.database.rows<CardRow & HoursSums>(HOURS_OF_EVERYBODY, [year, administrationScope(actor), after, limit]);
    return rows.map((row) => ({ person: personCard(row), formal: row.formal, other: row.other }));
  }

  async ruleOf(year: number): Promise<HoursRule> {
    return (await this.database.rows<HoursRule>(HOURS_RULES)).find(({ since }) => since <= year)!;
  }
}
