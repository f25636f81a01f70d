import { type Statement, statement } from '@zhixing/platform/api';
import { holdsOn } from './dated.ts';

/** PersonState of a person `p` on the day of `t`. */
export const STATE = `
  case when p.disabled then 'disabled'
       when not exists (select from people.employment e where e.person_id = p.id and ${holdsOn('e', 't.today')})
       then case when exists (select from people.employment e where e.person_id = p.id and e.valid_from > t.today) then 'upcoming' else 'left' end
       when exists (select from people.leave l where l.person_id = p.id and ${holdsOn('l', 't.today')}) then 'on_leave'
       else 'active' end`;

/** A person of one of the states $2; none = all but leavers. `active` is looked at first: it costs nothing. */
const OF_STATE = `
  case when cardinality($2::text[]) = 0 then p.active or ${STATE} <> 'left'
       else (not p.active or $2 && array['active', 'on_leave']) and ${STATE} = any($2) end`;

/** Whether membership `m` is where somebody is today, or was last. */
const NEWEST = `m.valid_from <= t.today
     and not exists (select from people.department_membership n where n.person_id = m.person_id and n.valid_from > m.valid_from and n.valid_from <= t.today)`;

/** The people of department $3 and all below it today; leavers where they were last. */
const MEMBERS = `
  select m.person_id
    from people.department_membership m cross join today t
   where m.department_id in (select id from people.department where $3 = any(path)) and ${NEWEST}`;

/** Whether a person is placed in a scope (`uuid[]`, null = the whole bank) or below it today; leavers where they were last. */
const placedWithin = (person: string, scope: string): string => `
  (${scope}::uuid[] is null or exists (
    select from people.department_membership m join people.department d on d.id = m.department_id
     where m.person_id = ${person} and d.path && ${scope} and ${NEWEST}))`;

/** Whether person $1 is placed in scope $2. */
export const PLACED_WITHIN = statement('people.placed_within', `select 1 as yes from (select platform.today() as today) t where ${placedWithin('$1', '$2')}`);

/** What the list is narrowed by besides words: department $3 and position $8 (null = any), and the scope $9 of who reads. */
const SOMEWHERE = `
  ($3::uuid is null or p.id in (${MEMBERS}))
  and ($8::uuid is null or exists (select from people.department_membership m where m.person_id = p.id and m.position_id = $8 and ${holdsOn('m', 't.today')}))
  and ${placedWithin('p.id', '$9')}`;

/** One way to find people, in the order of an index: those matching `on`, but not `before`, after the last row of the page before. */
const way = (rank: number, on: string, before: string[], key: string, people = 'people.person p'): string => `
  (select p.id, ${rank} as rank, ${key} as key
     from ${people} cross join today t
    where ${on}${before.map((one) => ` and not (${one})`).join('')}
      and ($4::int is null or $4 < ${rank} or ($4 = ${rank} and (${key}, p.id) > ($5::text, $6::uuid)))
      and ${OF_STATE} and ${SOMEWHERE}
    order by ${key}, p.id
    limit $7)`;

/** These columns hold ASCII and are compared byte by byte, so a prefix is a range that every plan can read from the index; `~` comes after all letters and digits. */
const ascii = (column: string): string => `${column} collate "C"`;
const begins = (column: string): string => `${ascii(column)} >= $1 and ${ascii(column)} < $1 || '~'`;
const BY_PINYIN = ascii('p.pinyin');
const BY_INITIALS = ascii('p.initials');
const BY_NUMBER = ascii('lower(p.staff_number)');
const BY_MAIL = ascii('lower(p.mail)');

const NUMBER = `${BY_NUMBER} = $1`;
const INITIALS = `${BY_INITIALS} = $1`;
const PINYIN = begins('p.pinyin');
const MORE_INITIALS = begins('p.initials');
const MORE_NUMBER = begins('lower(p.staff_number)');
const MAIL = begins('lower(p.mail)');
const BEGINS = `starts_with(p.display_name, $1)`;
const ANY = '($1::text is null or true)';
const HOLDS = `platform.zh_bigrams(p.display_name) @> platform.zh_bigrams($1) and strpos(p.display_name, $1) > 0`;

/**
 * People by plain words $1, of states $2 (none = all but leavers), in department $3 or below, as position $8, in scope $9, after the row $4..$6 (rank, key, id), at most $7.
 * The ways stand in the order of how well they fit; PostgreSQL stops at the one that fills the page, each is read in the order of its own index.
 */
const find = (name: string, ways: string[]): Statement =>
  statement(name, `with today as materialized (select platform.today() as today) select * from (${ways.join('\n union all ')}) as ways limit $7`);

/** Latin letters and digits: the whole staff number, initials, pinyin, longer initials, staff number, mail. */
export const FIND_BY_LETTERS = find('people.find_by_letters', [
  way(0, NUMBER, [], BY_NUMBER),
  way(1, INITIALS, [NUMBER], BY_PINYIN),
  way(2, PINYIN, [NUMBER, INITIALS], BY_PINYIN),
  way(3, MORE_INITIALS, [NUMBER, INITIALS, PINYIN], BY_INITIALS),
  way(4, MORE_NUMBER, [NUMBER, INITIALS, PINYIN, MORE_INITIALS], BY_NUMBER),
  way(5, MAIL, [NUMBER, INITIALS, PINYIN, MORE_INITIALS, MORE_NUMBER], BY_MAIL),
]);

/** Hanzi: names that begin with them, then names that hold them. */
export const FIND_BY_HANZI = find('people.find_by_hanzi', [way(0, `${HOLDS} and ${BEGINS}`, [], BY_PINYIN), way(1, HOLDS, [BEGINS], BY_PINYIN)]);

/** One hanzi: whose name begins with it. */
export const FIND_BY_SURNAME = find('people.find_by_surname', [way(0, `p.display_name collate "C" >= $1 and p.display_name collate "C" < $1 || U&'\\+10FFFF'`, [], 'p.display_name collate "C"')]);

/** What a list without words is sorted by. */
const KEYS = { name: BY_PINYIN, staffNumber: BY_NUMBER };

/** Everybody ($1 is not looked at), by `sort`. */
export const FIND_ALL = Object.fromEntries(Object.entries(KEYS).map(([sort, key]) => [sort, find(`people.find_all_by_${sort}`, [way(0, ANY, [], key)])])) as Record<keyof typeof KEYS, Statement>;

/** Everybody of department $3, by `sort`: read from the department instead of through everybody. */
export const FIND_MEMBERS = Object.fromEntries(
  Object.entries(KEYS).map(([sort, key]) => [sort, find(`people.find_members_by_${sort}`, [way(0, ANY, [], key, `(${MEMBERS}) b join people.person p on p.id = b.person_id`)])]),
) as Record<keyof typeof KEYS, Statement>;

/** The list's columns of the persons $1, in that order. */
export const PERSON_ROWS = statement(
  'people.rows',
  `with today as materialized (select platform.today() as today)
   select p.id, p.staff_number, p.display_name, p.mail, o.name as position, l.name as job_level, d.id as department_id, d.name as department_name, ${STATE} as state
     from unnest($1::uuid[]) with ordinality as asked(id, place)
     join people.person p on p.id = asked.id
    cross join today t
     left join lateral (
       select * from people.department_membership m where m.person_id = p.id
        order by m.valid_from > t.today, case when m.valid_from <= t.today then m.valid_from end desc, m.valid_from limit 1) m on true
     left join people.department d on d.id = m.department_id
     left join people.position o on o.id = m.position_id
     left join people.job_level l on l.id = m.job_level_id
    order by asked.place`,
);
