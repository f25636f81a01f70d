import { statement } from '@zhixing/platform/api';

/** SQL: whether obligation `o` still asks for something: open, or waived until a day that is over. */
export const ASKS = `(o.state = 'open' or (o.state = 'waived' and o.waived_until < platform.today()))`;

/** What is owed and was completed, among the attempts `p` of `which` (SQL), is done; from which moment on counts is decided by each obligation. Says nothing twice. */
const complete = (which: string): string => `
  with done as (
     update plans.obligation o set state = 'completed', completed_at = p.completed_at
       from plans.attempted p
      where ${which} and p.completed_at is not null
        and o.person_id = p.person_id and o.target_kind = p.target_kind and o.target_id = p.target_id and o.state in ('open', 'waived') and p.counted_from >= o.counts_from
     returning o.id, o.mandatory, o.person_id)
   insert into plans.obligation_state (obligation_id, state, mandatory, at, by_id, cause) select id, 'completed', mandatory, platform.now(), person_id, 'completion' from done`;

/** What person $1 completed by registration $2. */
export const COMPLETE = statement('plans.complete', complete('p.person_id = $1 and p.registration_id = $2'));

/** What was completed by the registrations $1, whoever's. */
export const COMPLETE_ALL = statement('plans.complete_all', complete('p.registration_id = any($1)'));
/** Persons $1 completed paths $2. */
export const COMPLETE_OWED_PATHS = statement('plans.complete_owed_paths', complete("p.target_kind = 'path' and (p.person_id, p.target_id) in (select * from unnest($1::uuid[], $2::uuid[]))"));

/** Whatever was completed without an event reaching us, such as history that was imported. */
export const COMPLETE_MISSED = statement('plans.complete_missed', complete('true'));

/** Due dates of what persons $1 owe, later by their days on leave as they are known now. */
export const REFRESH_DUE = statement(
  'plans.refresh_due',
  `with moved as (
     select o.id, plans.paused_due(o.person_id, o.clock_from, o.base_due_on) as due_on from plans.obligation o where o.person_id = any($1) and o.state in ('open', 'waived') order by o.id for no key update),
   changed as (
     update plans.obligation o set due_on = m.due_on from moved m where o.id = m.id and o.due_on <> m.due_on returning o.*)
   insert into plans.obligation_due (obligation_id, base_due_on, clock_from, due_on, at, cause) select id, base_due_on, clock_from, due_on, platform.now(), 'leave' from changed`,
);

/** Whose leave ended within the last week or will end, so that their dates are known. */
export const BACK_FROM_LEAVE = statement('plans.back_from_leave', 'select distinct person_id from people.absence where valid_until >= platform.today() - 7');

/** Request $1 of person $2 for obligation $3: until $4, because of $5; nothing unless it is their own, asks for something, is due before that day, and no request waits. */
export const ASK_EXTENSION = statement(
  'plans.ask_extension',
  `insert into plans.extension (id, obligation_id, requested_by, requested_at, until, reason)
   select $1, o.id, $2, platform.now(), $4, $5 from plans.obligation o where o.id = $3 and o.person_id = $2 and ${ASKS} and o.due_on < $4 and $4 >= platform.today()
   on conflict (obligation_id) where decision is null do nothing returning id`,
);

/** What stands in the way of more time for obligation $1 of person $2. */
export const WHY_NOT = statement('plans.why_not', `select ${ASKS} as asks, o.due_on::text, platform.today()::text as today from plans.obligation o where o.id = $1 and o.person_id = $2`);

/** Extension $1 with what it is about. */
export const EXTENSION = statement(
  'plans.extension',
  `select e.id, e.obligation_id, e.requested_by, e.until::text, e.reason, e.decision, o.person_id, o.assignment_id, o.due_on::text, a.title from plans.extension e
     join plans.obligation o on o.id = e.obligation_id join plans.assignment a on a.id = o.assignment_id where e.id = $1`,
);

/** Decides request $1 as $2, by $3, with note $4; nothing when it is decided. */
export const DECIDE_EXTENSION = statement(
  'plans.decide_extension',
  'update plans.extension set decision = $2, decided_by = $3, decided_at = platform.now(), note = $4 where id = $1 and decision is null returning obligation_id',
);

/** Obligation $1 falls due on $2 instead, because of $3 (an extension, an exception) $4; the clock starts anew today. Nothing unless it asks for something and the day has not passed. */
export const MOVE_DUE = statement(
  'plans.move_due',
  `with moved as (
     update plans.obligation o set base_due_on = $2, clock_from = platform.today(), due_on = plans.paused_due(o.person_id, platform.today(), $2::date)
      where o.id = $1 and ${ASKS} and $2::date >= platform.today() returning o.*)
   insert into plans.obligation_due (obligation_id, base_due_on, clock_from, due_on, at, cause, cause_id)
   select id, base_due_on, clock_from, due_on, platform.now(), $3, $4 from moved returning due_on::text`,
);

/** Obligation $1 is waived until $2, by $3 because of $4; nothing unless it asks for something. */
export const WAIVE = statement(
  'plans.waive',
  `with waived as (
     update plans.obligation o set state = 'waived', waived_until = $2 where o.id = $1 and ${ASKS} and $2::date >= platform.today() returning o.id, o.mandatory),
   told as (
     insert into plans.obligation_state (obligation_id, state, mandatory, at, by_id, cause, reason) select id, 'waived', mandatory, platform.now(), $3, 'waiver', $4 from waived)
   select id from waived`,
);
export const ADD_WAIVER = statement(
  'plans.add_waiver',
  `insert into plans.waiver (id, obligation_id, reason, evidence_file_id, evidence_name, evidence_link, expires_on, approved_by, approved_at) values ($1, $2, $3, $4, $5, $6, $7, $8, platform.now())`,
);

/** Waiver $1 with what it is about. */
export const WAIVER = statement(
  'plans.waiver',
  `select v.id, v.obligation_id, v.evidence_file_id, v.evidence_name, v.revoked_at, o.person_id, o.due_on::text, o.assignment_id, a.title from plans.waiver v
     join plans.obligation o on o.id = v.obligation_id join plans.assignment a on a.id = o.assignment_id where v.id = $1`,
);

/** Revokes waiver $1, by $2 because of $3; what it waived is asked again. Nothing when it is revoked. */
export const REVOKE = statement(
  'plans.revoke',
  `with revoked as (
     update plans.waiver set revoked_by = $2, revoked_at = platform.now(), revoke_reason = $3 where id = $1 and revoked_at is null returning obligation_id),
   asked as (
     update plans.obligation o set state = 'open', waived_until = null from revoked r where o.id = r.obligation_id and o.state = 'waived'
        and not exists (select from plans.waiver v where v.obligation_id = o.id and v.id <> $1 and v.revoked_at is null and v.expires_on >= platform.today()) returning o.id, o.mandatory),
   told as (
     insert into plans.obligation_state (obligation_id, state, mandatory, at, by_id, cause, reason) select id, 'open', mandatory, platform.now(), $2, 'revoked', $3 from asked)
   select obligation_id from revoked`,
);

/** Marks obligation $1 as reminded by hand, unless that was done lately. */
export const REMIND = statement(
  'plans.remind',
  `update plans.obligation set reminded_at = platform.now() where id = $1 and (reminded_at is null or reminded_at <= platform.now() - make_interval(days => $2)) returning reminded_at`,
);
