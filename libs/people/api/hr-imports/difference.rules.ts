import type { BulkRowKind, HrField } from '@zhixing/people/contract';
import type { FeedPerson } from './columns.rules.ts';

/** A person as the organisation knows them on the day from which a row holds. Days: `until` exclusive. */
export interface KnownPerson {
  personId: string;
  hrKey: string | null;
  staffNumber: string;
  name: string;
  mail: string | null;
  /** The employment of the day; null = not employed then. */
  employedFrom: string | null;
  employedUntil: string | null;
  /** The last day without employment before, when there was one: somebody comes back. */
  leftOn: string | null;
  /** The latest beginning of what holds on the day: nothing may be changed from before it. */
  since: string | null;
  department: { code: string; name: string } | null;
  position: { code: string; name: string } | null;
  jobLevel: { code: string; name: string } | null;
  /** Staff numbers of the line managers. */
  managers: string[];
  onLeave: boolean;
}

export interface Change {
  field: HrField;
  before: string | null;
  after: string | null;
}

/** What a row asks for, from which day. `back` = employed before. */
export interface Difference {
  kind: Exclude<BulkRowKind, 'error'>;
  from: string | null;
  back: boolean;
  changes: Change[];
}

const NOTHING: Difference = { kind: 'same', from: null, back: false, changes: [] };

const later = (one: string, other: string): string => (one > other ? one : other);
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** The day on which a row is held against the organisation: today, or the day ahead from which it is to hold. */
export const dayOfRow = (person: Pick<FeedPerson, 'from'>, today: string): string => later(person.from ?? today, today);

/**
 * What a row asks for. Applied, the same row asks for nothing: whatever it says then is so on its day, and plans for later days are left alone.
 * @param known as on `dayOfRow`, null = never heard of
 * @param columns of the file: what it does not have is not compared
 */
export function compare(person: FeedPerson, known: KnownPerson | null, columns: ReadonlySet<HrField>, today: string): Difference {
  if (person.state === 'left') return known ? leaving(known, person.from, today) : NOTHING;
  const day = dayOfRow(person, today);
  if (!known) return { kind: 'new', from: person.from ?? today, back: false, changes: changesOf(person, null, columns) };
  if (known.employedFrom === null) {
    const from = person.from !== null && person.from >= (known.leftOn ?? person.from) ? person.from : day;
    return { kind: 'new', from, back: known.leftOn !== null, changes: changesOf(person, known, columns) };
  }
  const changes = changesOf(person, known, columns);
  return changes.length ? { kind: 'changed', from: changedFrom(person.from, known, day), back: false, changes } : NOTHING;
}

/** Somebody leaves on the day the file gives, or today; whoever leaves by then anyway needs nothing. */
export function leaving(known: KnownPerson, from: string | null, today: string): Difference {
  if (known.employedFrom === null) return NOTHING;
  const on = later(changedFrom(from, known, later(from ?? today, today)), dayAfter(known.employedFrom));
  if (known.employedUntil !== null && known.employedUntil <= on) return NOTHING;
  return { kind: 'missing', from: on, back: false, changes: [] };
}

/** A day behind is taken at its word unless something began after it; then the change holds from the day of the row. */
const changedFrom = (from: string | null, known: KnownPerson, day: string): string => (from !== null && from > (known.since ?? from) ? from : day);

function changesOf(person: FeedPerson, known: KnownPerson | null, columns: ReadonlySet<HrField>): Change[] {
  const changes: Change[] = [];
  const differ = (field: HrField, before: string | null, after: string | null, same = before === after) => {
    if (columns.has(field) && !same) changes.push({ field, before, after });
  };
  const employed = known?.employedFrom ? known : null;
  if (person.hrKey !== null) differ('hrKey', known?.hrKey ?? null, person.hrKey);
  differ('staffNumber', known?.staffNumber ?? null, person.staffNumber);
  differ('name', known?.name ?? null, person.name);
  differ('departmentCode', labelled(employed?.department), person.departmentCode, employed?.department?.code === person.departmentCode);
  differ('position', employed?.position?.name ?? null, person.position, named(employed?.position, person.position));
  differ('jobLevel', employed?.jobLevel?.name ?? null, person.jobLevel, named(employed?.jobLevel, person.jobLevel));
  const managers = employed?.managers ?? [];
  differ('manager', managers.join(' ') || null, person.manager);
  differ('mail', known?.mail ?? null, person.mail);
  if (known || person.state === 'on_leave') differ('state', known?.onLeave ? 'on_leave' : 'active', person.state);
  return changes;
}

/** How a department, position or grade reads in a report. */
export const labelled = (one: { code: string; name: string } | null | undefined): string | null => (one ? `${one.code} ${one.name}` : null);

/** Whether a text of the file means this position or grade, by code or name. */
const named = (one: { code: string; name: string } | null | undefined, text: string | null): boolean => (one ? one.code === text || one.name === text : text === null);

/** Everybody and everything that leads back to itself along `above`, each with the one above it. Linear in the number of links. */
export function cyclic(above: ReadonlyMap<string, string>): Set<string> {
  const walkOf = new Map<string, string>();
  const cycles = new Set<string>();
  for (const start of above.keys()) {
    let at: string | undefined = start;
    while (at !== undefined && !walkOf.has(at)) {
      walkOf.set(at, start);
      at = above.get(at);
    }
    // back at somebody of this very walk: round once more, and everybody met is in the circle
    if (at !== undefined && walkOf.get(at) === start) for (; !cycles.has(at); at = above.get(at)!) cycles.add(at);
  }
  return cycles;
}

/** The share of the staff that may be affected without somebody typing how many they are. */
const UNASKED = 0.02;

/** Whether so many of so many want a confirmation. */
export const needsConfirmation = (affected: number, staff: number): boolean => affected > staff * UNASKED;
