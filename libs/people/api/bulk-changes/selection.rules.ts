import type { ChangeRequest } from '@zhixing/people/contract';
import { type Change, type KnownPerson, labelled } from '../hr-imports/difference.rules.ts';
import type { RowTarget } from './bulk-changes.entities.ts';
import type { RowError } from './row-errors.ts';

type Named = { code: string; name: string };

/** What a change asks for, with the things it names; `above` = the manager and everybody above them, `away` = who is on leave on one of the days asked for. */
export interface Asked {
  request: ChangeRequest;
  department: Named | null;
  position: Named | null;
  jobLevel: Named | null;
  manager: { staffNumber: string; above: ReadonlySet<string> } | null;
  away: ReadonlySet<string>;
}

/** What becomes of one person. */
export interface Outcome {
  kind: 'changed' | 'missing' | 'same' | 'error';
  changes: Change[];
  errors: RowError[];
  target: RowTarget | null;
}

const refused = (code: RowError['code'], day: string): Outcome => ({ kind: 'error', changes: [], errors: [{ code, field: null, values: { day } }], target: null });

/**
 * What a change means for somebody. Applied, it means nothing more to them.
 * @param known as on the day of the change
 */
export function outcomeOf(asked: Asked, known: KnownPerson): Outcome {
  const { from, kind } = asked.request;
  if (known.employedFrom === null) return refused(known.leftOn ? 'has_left' : 'not_begun', from);
  if (kind === 'end') return known.employedFrom === from ? refused('begins_then', from) : { kind: 'missing', changes: [], errors: [], target: null };
  if (kind === 'transfer' && !((asked.department ?? known.department) && (asked.position ?? known.position))) return refused('no_place', from);
  if (asked.manager?.above.has(known.personId)) return refused('manages_itself', from);
  const changes = changesOf(asked, known);
  if (kind === 'leave' && asked.away.has(known.personId)) return refused('leave_overlaps', from);
  return changes.length ? { kind: 'changed', changes, errors: [], target: targetOf(asked, known) } : { kind: 'same', changes, errors: [], target: null };
}

function changesOf({ request, department, position, jobLevel, manager }: Asked, known: KnownPerson): Change[] {
  const named = (field: Change['field'], before: Named | null, after: Named | null, text: (one: Named | null) => string | null): Change[] =>
    after && before?.code !== after.code ? [{ field, before: text(before), after: text(after) }] : [];
  const name = (one: Named | null) => one?.name ?? null;
  switch (request.kind) {
    case 'transfer':
      return [...named('departmentCode', known.department, department, labelled), ...named('position', known.position, position, name), ...named('jobLevel', known.jobLevel, jobLevel, name)];
    case 'line_manager': {
      const before = known.managers.join(' ') || null;
      return before === manager!.staffNumber ? [] : [{ field: 'manager', before, after: manager!.staffNumber }];
    }
    case 'leave':
      return [{ field: 'state', before: 'active', after: 'on_leave' }];
    default:
      return [];
  }
}

/** The person with what is asked for, whole: facts as they are, a place as it was but for what is named. */
function targetOf({ request, department, position, jobLevel, manager }: Asked, known: KnownPerson): RowTarget {
  const { hrKey, staffNumber, name, mail } = known;
  return {
    hrKey, staffNumber, name, mail, pinyin: '', initials: '',
    department: (department ?? known.department)?.code ?? '',
    position: (position ?? known.position)?.code ?? '',
    jobLevel: (jobLevel ?? known.jobLevel)?.code ?? null,
    manager: manager?.staffNumber ?? null,
    ...(request.kind === 'leave' && { leave: { kind: request.leave, until: request.until } }),
    sets: { facts: false, place: request.kind === 'transfer', manager: request.kind === 'line_manager', leave: request.kind === 'leave' ? 'begin' : null },
  };
}
