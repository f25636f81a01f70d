import { lieWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';

/**
 * Who must hold what by their position on day $1 (`req`), among the departments of scope $2, and how they stand at the end of that day by what was known then (`judged`): `kind` null = held.
 * A revoked cycle does not hold; of somebody without, the newest cycle says why.
 */
const JUDGED = `
  moment as materialized (select $1::date as day, ($1::date + 1)::timestamp at time zone 'Asia/Shanghai' as at),
  req as materialized (
    select m.*, r.certification_id
      from moment d
      join plans.certification_position r on r.valid_from <= d.day and (r.valid_until is null or r.valid_until > d.day)
      join people.placement m on m.position_id = r.position_id and m.valid_from <= d.day and (m.valid_until is null or m.valid_until > d.day)
     where ${lieWithin('m.department_path', '$2')}),
  judged as materialized (
    select req.*, case when h.held then null when h.revoked then 'revoked' when h.ended is not null then 'expired' else 'missing' end as kind,
           case when h.held then null when h.revoked then h.revoked_on when h.ended is not null then h.ended + 1 end as since
      from req cross join moment d
      left join lateral (
           select bool_or(c.valid_from <= d.day and (c.valid_until is null or c.valid_until >= d.day) and v.cycle_id is null) as held,
                  (array_agg(v.cycle_id is not null order by c.number desc))[1] as revoked, (array_agg((v.at at time zone 'Asia/Shanghai')::date order by c.number desc))[1] as revoked_on,
                  max(c.valid_until) filter (where v.cycle_id is null and c.valid_until < d.day) as ended
             from plans.certification_cycle c left join plans.certification_revocation v on v.cycle_id = c.id and v.at < d.at
            where c.certification_id = req.certification_id and c.person_id = req.person_id and c.recorded_at < d.at) h on true)`;

/** Departments of the summary: those with most people without. */
const DEPARTMENTS = 20;

export const REPORT = statement(
  'plans.certification_report',
  `with ${JUDGED}
   select count(*)::int as required, count(*) filter (where kind is null)::int as held,
          (select coalesce(json_agg(t order by t.held - t.required, t.title collate "zh-x-icu"), '[]') from (
             select k.id, k.title, count(*)::int as required, count(*) filter (where j.kind is null)::int as held, ${['missing', 'expired', 'revoked'].map((kind) => `count(*) filter (where j.kind = '${kind}')::int as ${kind}`).join(', ')}
               from judged j join plans.certification k on k.id = j.certification_id group by k.id) t) as certifications,
          (select coalesce(json_agg(t order by t.held - t.required, t.name collate "zh-x-icu"), '[]') from (
             select j.department_id as id, j.department_name as name, count(*)::int as required, count(*) filter (where j.kind is null)::int as held
               from judged j group by 1, 2 order by count(*) filter (where j.kind is null) - count(*), 1 limit ${DEPARTMENTS}) t) as departments
     from judged`,
);

/** Those who work without, for certification $3 and in department $4 (null = all): after staff number $5 and certification $6, $7 rows. */
export const GAPS = statement(
  'plans.certification_gaps',
  `with ${JUDGED}
   select j.person_id, j.staff_number, j.display_name, j.position, j.department_id, j.department_name, j.certification_id, k.title, j.kind, j.since::text,
          exists (select from plans.external_certificate x where x.certification_id = j.certification_id and x.person_id = j.person_id and x.state = 'waiting') as waiting
     from judged j join plans.certification k on k.id = j.certification_id
    where j.kind is not null and ($3::uuid is null or j.certification_id = $3) and ($4::uuid is null or $4 = any(j.department_path)) and ($5::text is null or (j.staff_number, j.certification_id) > ($5, $6::uuid))
    order by j.staff_number, j.certification_id limit $7`,
);
