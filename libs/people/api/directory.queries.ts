import { statement } from '@zhixing/platform/api';

/** A list of rows as JSON, an empty one when there is none. */
const list = (columns: string, from: string, order: string): string => `(select coalesce(json_agg(json_build_object(${columns}) order by ${order}), '[]') from ${from})`;
const DATED = `'from', r.valid_from, 'until', r.valid_until`;
const NEWEST = 'r.valid_from desc, r.id';
const named = (row: string): string => `json_build_object('id', ${row}.id, 'name', ${row}.name)`;
const known = (row: string): string => `json_build_object('id', ${row}.id, 'displayName', ${row}.display_name, 'staffNumber', ${row}.staff_number)`;

/** Everything dated of person $1, newest first. */
export const PERSON = statement(
  'people.person',
  `select p.hr_key, p.pinyin, p.revision, p.pseudonymised_at,
          ${list(`${DATED}, 'kind', r.kind`, 'people.employment r where r.person_id = p.id', NEWEST)} as employments,
          ${list(
            `${DATED}, 'department', ${named('d')}, 'position', ${named('o')}, 'jobLevel', case when l.id is not null then ${named('l')} end`,
            `people.department_membership r join people.department d on d.id = r.department_id join people.position o on o.id = r.position_id left join people.job_level l on l.id = r.job_level_id where r.person_id = p.id`,
            NEWEST,
          )} as memberships,
          ${list(`'id', r.id, ${DATED}, 'kind', r.kind`, 'people.leave r where r.person_id = p.id', NEWEST)} as leaves,
          ${list(`'id', r.id, ${DATED}, 'kind', r.kind, 'manager', ${known('m')}, 'delegated', r.delegation_id is not null`, 'people.manager_relation r join people.person m on m.id = r.manager_id where r.person_id = p.id', NEWEST)} as managers,
          ${list(`'id', r.id, ${DATED}, 'delegate', ${known('m')}`, 'people.delegation r join people.person m on m.id = r.delegate_id where r.manager_id = p.id', NEWEST)} as delegations,
          (select count(distinct r.person_id)::int from people.reporting r where r.manager_id = p.id) as reports
     from people.person p where p.id = $1`,
);

/** Positions and grades there are. */
export const CHOICES = statement(
  'people.choices',
  `select ${list(`'id', r.id, 'name', r.name`, 'people.position r', 'r.name collate "zh-x-icu", r.id')} as positions, ${list(`'id', r.id, 'name', r.name`, 'people.job_level r', 'r.rank, r.id')} as job_levels`,
);
