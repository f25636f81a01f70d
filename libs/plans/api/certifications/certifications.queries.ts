import { departmentsOf, lieWithin, worksWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';
import { placeOf } from './cycles.queries.ts';

/** Columns of a person's card `c`. */
export const CARD = 'c.person_id, c.staff_number, c.display_name, c.position, c.department_id, c.department_name';

const ROW = (scope: string): string => `k.id, k.title, k.description, k.kind, k.issuer, k.course_id, o.title as course, k.months, k.window_days, k.state, k.revision,
  (select count(*)::int from plans.certification_position p where p.certification_id = k.id and p.valid_until is null) as positions, h.holders
     from plans.certification k left join plans.target o on o.target_kind = 'course' and o.target_id = k.course_id
    cross join lateral (select json_build_object(${['valid', 'renewable', 'expiring', 'expired'].map((state) => `'${state}', count(*) filter (where n.state = '${state}')`).join(', ')}) as holders
                          from plans.certification_now n join people.workforce w on w.person_id = n.person_id and w.active where n.certification_id = k.id and ${lieWithin('w.department_path', scope)}) h`;

/** All of them with how their holders in scope $1 stand, active ones first. */
export const CERTIFICATIONS = statement('plans.certifications', `select ${ROW('$1')} order by k.state, k.title collate "zh-x-icu", k.id`);
export const CERTIFICATION = statement('plans.certification', `select ${ROW('$2')} where k.id = $1`);
export const REQUIRED_OF = statement(
  'plans.certification_required_of',
  `select p.position_id as id, o.name, p.valid_from::text as since from plans.certification_position p join people.position_card o on o.position_id = p.position_id
    where p.certification_id = $1 and p.valid_until is null order by o.name collate "zh-x-icu"`,
);
/** Of the positions $1 those that do not exist. */
export const UNKNOWN_POSITIONS = statement('plans.unknown_positions', 'select asked.id from unnest($1::uuid[]) as asked (id) where not exists (select from people.position_card o where o.position_id = asked.id)');
/** Replaces the positions that require certification $1 by $2, from today on. */
export const SAVE_POSITIONS = statement(
  'plans.save_certification_positions',
  `with gone as (update plans.certification_position set valid_until = platform.today() where certification_id = $1 and valid_until is null and position_id <> all($2::uuid[]))
   insert into plans.certification_position as p (certification_id, position_id, valid_from) select $1, id, platform.today() from unnest($2::uuid[]) as asked (id)
    where not exists (select from plans.certification_position s where s.certification_id = $1 and s.position_id = asked.id and s.valid_until is null)
   on conflict (certification_id, position_id, valid_from) do update set valid_until = null`,
);
/** What certification $1 is evidence of, in the order it was written. */
export const CERTIFICATION_SKILLS = statement('plans.certification_skills', 'select skill_id as skill, level from plans.certification_skill where certification_id = $1 order by place');
/** Replaces what certification $1 is evidence of by skills $2 at levels $3, in that order. */
export const SAVE_SKILLS = statement(
  'plans.save_certification_skills',
  `with gone as (delete from plans.certification_skill where certification_id = $1 and skill_id <> all($2::text[]))
   insert into plans.certification_skill as s (certification_id, skill_id, level, place) select $1, skill, level, place from unnest($2::text[], $3::int[]) with ordinality as asked (skill, level, place)
   on conflict (certification_id, skill_id) do update set level = excluded.level, place = excluded.place`,
);
/** Retires certification $1 and asks no position for it any more; nothing when it is retired. */
export const RETIRE = statement(
  'plans.retire_certification',
  `with gone as (update plans.certification_position set valid_until = platform.today() where certification_id = $1 and valid_until is null)
   update plans.certification set state = 'retired', revision = revision + 1 where id = $1 and state = 'active' returning id`,
);

/** The newest cycle of each person in scope $2 for certification $1, in states $3 ('{}' = all), with words $4: after staff number $5, $6 rows. */
export const HOLDERS = statement(
  'plans.certification_holders',
  `select ${CARD}, n.cycle_id, n.state, ${placeOf('n')} as number, n.valid_from::text, n.valid_until::text, n.gap_days, n.reference
     from plans.certification_now n join people.card c on c.person_id = n.person_id
    where n.certification_id = $1 and ${lieWithin(departmentsOf('n.person_id'), '$2')} and (cardinality($3::text[]) = 0 or n.state = any($3)) and ($4::text is null or c.display_name ilike $4 or c.staff_number ilike $4)
      and c.staff_number > coalesce($5, '') order by c.staff_number limit $6`,
);

const CYCLES = `coalesce((select json_agg(json_build_object('id', y.id, 'number', ${placeOf('y')}, 'validFrom', y.valid_from, 'validUntil', y.valid_until, 'windowOpensOn', y.window_opens_on, 'gapDays', y.gap_days, 'reference', y.reference, 'imported', y.source = 'import',
                            'revoked', case when v.cycle_id is not null then json_build_object('on', (v.at at time zone 'Asia/Shanghai')::date, 'reason', v.reason) end) order by y.valid_from desc, y.number desc)
                   from plans.certification_cycle y left join plans.certification_revocation v on v.cycle_id = y.id where y.certification_id = k.id and y.person_id = $1), '[]')`;
const SUBMITTED = `x.id, x.number, x.issued_on::text as "issuedOn", x.valid_until::text as "validUntil", x.file_name as "fileName", x.state, x.submitted_at as "submittedAt", x.note`;

/** What certifications have to do with person $1: required by the position, held, or handed in. Required ones first, then what ends soonest. */
export const MINE = statement(
  'plans.my_certifications',
  `select k.id, k.title, k.kind, k.issuer, k.months, k.course_id, o.title as course, q.required, n.state, ${CYCLES} as cycles, to_json(e) as early, to_json(s) as submitted
     from plans.certification k
     left join plans.target o on o.target_kind = 'course' and o.target_id = k.course_id
    cross join lateral (select exists (select from plans.certification_position p join people.workforce w on w.position_id = p.position_id and w.person_id = $1 where p.certification_id = k.id and p.valid_until is null) as required) q
     left join plans.certification_now n on n.certification_id = k.id and n.person_id = $1
     left join lateral (select a.id, (a.completed_at at time zone 'Asia/Shanghai')::date::text as "completedOn", t.valid_until::text as "validUntil", ((n.valid_until + make_interval(months => k.months))::date - t.valid_until) as lost
                          from plans.certification_early a cross join lateral plans.next_cycle(n.valid_until, n.window_opens_on, (a.completed_at at time zone 'Asia/Shanghai')::date, k.months, k.window_days) t
                         where a.certification_id = k.id and a.person_id = $1 and a.state = 'offered' and a.completed_at > n.earned_at order by a.completed_at desc limit 1) e on true
     left join lateral (select ${SUBMITTED} from plans.external_certificate x where x.certification_id = k.id and x.person_id = $1 order by x.submitted_at desc, x.id desc limit 1) s on s.state in ('waiting', 'returned')
    where (k.state = 'active' and (q.required or e.id is not null or s.id is not null)) or exists (select from plans.certification_cycle y where y.certification_id = k.id and y.person_id = $1)
    order by (n.state is null or n.state = 'expired') and q.required desc, n.valid_until nulls last, k.title collate "zh-x-icu", k.id`,
);
export const OPEN_TO_SUBMIT = statement('plans.certifications_to_submit', `select id, title from plans.certification where kind = 'external' and state = 'active' order by title collate "zh-x-icu", id`);

/** Certificate $1 handed in for certification $2 by $3: number $4, from $5 until $6, document $7 named $8; nothing when one waits, or the certification is not of this kind. */
export const SUBMIT = statement(
  'plans.submit_certificate',
  `insert into plans.external_certificate (id, certification_id, person_id, number, issued_on, valid_until, file_id, file_name, state, submitted_at)
   select $1, k.id, $3, $4, $5, $6, $7, $8, 'waiting', platform.now() from plans.certification k where k.id = $2 and k.kind = 'external' and k.state = 'active'
   on conflict (certification_id, person_id) where state = 'waiting' do nothing returning id`,
);
/** Certificate $1 with what it is for, and whether an administrator of scope $2 checks it. */
export const SUBMITTED_ONE = statement(
  'plans.submitted_certificate',
  `select x.id, x.certification_id, x.person_id, x.number, x.issued_on::text, x.valid_until::text, x.file_id, x.file_name, x.state, k.title, k.window_days, ${worksWithin('x.person_id', '$2')} as within
     from plans.external_certificate x join plans.certification k on k.id = x.certification_id where x.id = $1`,
);
/** Those that wait in scope $1, never of person $2, the oldest first: after the row of time $3 and id $4, $5 rows. */
export const TO_CHECK = statement(
  'plans.certificates_to_check',
  `select ${SUBMITTED}, x.submitted_at::text as sort_key, k.id as certification_id, k.title, ${CARD}, n.cycle_id, n.valid_until::text as held_until, n.reference as held_reference
     from plans.external_certificate x join plans.certification k on k.id = x.certification_id join people.card c on c.person_id = x.person_id
     left join plans.certification_now n on n.certification_id = x.certification_id and n.person_id = x.person_id
    where x.state = 'waiting' and x.person_id <> $2 and ${lieWithin(departmentsOf('x.person_id'), '$1')} and ($3::timestamptz is null or (x.submitted_at, x.id) > ($3, $4::uuid))
    order by x.submitted_at, x.id limit $5`,
);
export const COUNT_TO_CHECK = statement(
  'plans.count_certificates_to_check',
  `select count(*)::int as waiting from plans.external_certificate x join people.card c on c.person_id = x.person_id where x.state = 'waiting' and x.person_id <> $2 and ${lieWithin(departmentsOf('x.person_id'), '$1')}`,
);
/** Decides certificate $1 as $2, by $3, with note $4, once. */
export const DECIDE_CERTIFICATE = statement(
  'plans.decide_certificate',
  `update plans.external_certificate set state = $2, decided_by = $3, decided_at = platform.now(), note = $4 where id = $1 and state = 'waiting' returning id`,
);
export const WITHDRAW_CERTIFICATE = statement('plans.withdraw_certificate', `update plans.external_certificate set state = 'withdrawn', decided_at = platform.now() where id = $1 and person_id = $2 and state = 'waiting' returning id`);
/** Cycle $1 by the accepted certificate $2; nothing when what is held runs as long, or for good. */
export const CERTIFY_EXTERNALLY = statement(
  'plans.certify_externally',
  `insert into plans.certification_cycle (id, certification_id, person_id, number, valid_from, valid_until, window_opens_on, gap_days, source, source_id, reference, earned_at, recorded_at)
   select $1, x.certification_id, x.person_id, coalesce((select max(number) from plans.certification_cycle y where y.certification_id = x.certification_id and y.person_id = x.person_id), 0) + 1,
          x.issued_on, x.valid_until, greatest(x.valid_until - k.window_days, case when x.valid_until is not null then x.issued_on end), greatest(coalesce(x.issued_on - n.valid_until - 1, 0), 0), 'external', x.id, x.number,
          x.issued_on::timestamp at time zone 'Asia/Shanghai', platform.now()
     from plans.external_certificate x join plans.certification k on k.id = x.certification_id
     left join plans.certification_now n on n.certification_id = x.certification_id and n.person_id = x.person_id
    where x.id = $2 and (n.cycle_id is null or (n.valid_until is not null and (x.valid_until is null or x.valid_until > n.valid_until)))
   returning id`,
);
