import { statement } from '@zhixing/platform/api';

/** Whether person `p` left $1 years ago or longer, works here neither now nor later, and is still named. */
const DUE = `
  p.pseudonymised_at is null and not p.active
  and exists (select from people.employment e where e.person_id = p.id)
  and not exists (select from people.employment e where e.person_id = p.id and (e.valid_until is null or e.valid_until > platform.today() - make_interval(years => $1)))`;

/** Up to $3 people who left $1 years ago, after person $2. */
export const DUE_LEAVERS = statement('people.due_leavers', `select p.id from people.person p where ${DUE} and p.id > $2 order by p.id limit $3`);

/** Locks person $1, unless somebody else changes them just now. */
export const HOLD_LEAVER = statement('people.hold_leaver', 'select 1 from people.person where id = $1 for no key update skip locked');

/** Person $2 if still due, asked once they are locked: they may have been taken on again. */
export const STILL_DUE = statement('people.still_due', `select p.id, p.hr_key as "hrKey" from people.person p where ${DUE} and p.id = $2`);

/** Person $1 is nobody any more; $2 = digest of their HR key (null = they had none, or it is kept from before). */
export const CONCEAL = statement(
  'people.conceal',
  `update people.person set display_name = people.pseudonym(id), staff_number = people.pseudonym_number(id), pinyin = lower(right(id::text, 6)), initials = '', mail = null,
          hr_key = null, hr_key_digest = coalesce($2, hr_key_digest), pseudonymised_at = platform.now(), revision = revision + 1
    where id = $1`,
);

/** The pseudonym of whoever else than $2 had the HR key of digest $1. */
export const FORMER = statement('people.former', 'select staff_number as "staffNumber" from people.person where hr_key_digest = $1 and hr_key is null and id <> $2');

/** Since when person $1 is nobody any more. */
export const CONCEALED = statement('people.concealed', 'select 1 from people.person where id = $1 and pseudonymised_at is not null');
