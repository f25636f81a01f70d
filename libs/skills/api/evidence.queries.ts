import { worksWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';
import { CURRENT } from './framework.queries.ts';

const TODAY = '(select platform.today())';

/** Columns of a piece of evidence `e`. */
const EVIDENCE = `e.id, e.skill_id, e.level, e.source_kind, e.title, e.link, e.evidenced_on::text, e.expires_on::text, e.verified, e.expires_on <= ${TODAY} as expired,
  (select (w.at at time zone 'Asia/Shanghai')::date::text from skills.evidence_withdrawal w where w.evidence_id = e.id) as withdrawn_on`;

/**
 * Stores evidence $1 (json), each once by its source and skill, and returns the skills it was new for.
 * It lasts to the last day that is given, else by the half-life of today's framework: the date plus so many calendar months, the last day of a shorter month at most.
 */
export const STORE_EVIDENCE = statement(
  'skills.store_evidence',
  `insert into skills.evidence (id, person_id, skill_id, level, source_kind, source_id, verified, title, link, evidenced_on, expires_on, framework_version, recorded_at)
   select o.id, o."personId", o."skillId", o.level, o.kind, o."sourceId", o.verified, o.title, o.link, n.day, coalesce(o."until" + 1, (n.day + d.half_life_months * interval '1 month')::date), d.version, platform.now()
     from json_to_recordset($1) as o(id uuid, "personId" uuid, "skillId" text, level int, kind text, "sourceId" text, verified boolean, title text, link text, "on" date, "until" date)
    cross join lateral (select coalesce(o."on", ${TODAY}) as day) n
     left join skills.skill_definition d on d.skill_id = o."skillId" and d.version = ${CURRENT}
   on conflict (source_kind, source_id, skill_id) do nothing
   returning person_id, skill_id`,
);

/** The evidence of kind $1 from source $2 counts no more. Says nothing twice. */
export const WITHDRAW_EVIDENCE = statement(
  'skills.withdraw_evidence',
  'insert into skills.evidence_withdrawal (evidence_id, at) select id, platform.now() from skills.evidence where source_kind = $1 and source_id = $2 on conflict do nothing',
);

/** The levels the persons $1 have today. */
export const LEVELS_OF = statement('skills.levels_of', 'select person_id, skill_id, level, since::text, expires_on::text from skills.current_level where person_id = any($1)');

/**
 * Person $2 with their target, when actor $1 may see their skills: oneself, a manager today (directly by any kind of relation, or through the line), L&D administrators in their scope $3.
 * Walks up from the person: as few rows as the line has levels.
 */
export const PERSON = statement(
  'skills.person',
  `with recursive above (manager_id, kind, direct) as (
     select manager_id, kind, true from people.reporting where person_id = $2
     union
     select r.manager_id, r.kind, false from above a join people.reporting r on r.person_id = a.manager_id where a.kind = 'line' and r.kind = 'line')
   select c.*, p.id as profile_id, p.name as profile_name, p.description as profile_description, p.scarce, (select count(*)::int from skills.profile_skill q where q.profile_id = p.id) as profile_skills
     from people.card c
     left join skills.target t on t.person_id = c.person_id
     left join skills.role_profile p on p.id = t.profile_id
    where c.person_id = $2
      and ($1::uuid = $2::uuid or ${worksWithin('$2', '$3')} or exists (select from above where manager_id = $1 and (direct or kind = 'line')))`,
);

/** Every skill with the state of person $1, in the order of the framework. */
export const PERSON_SKILLS = statement(
  'skills.person_skills',
  `select s.id, s.axis, d.name, d.description, coalesce(l.level, 0) as level, l.since::text, l.expires_on::text, c.level as claimed, c.evidenced_on::text as claimed_on,
          exists (select from skills.review w where w.person_id = $1 and w.skill_id = s.id and w.state = 'open') as pending,
          q.level as target, q.weight, coalesce(q.weight * greatest(0, q.level - coalesce(l.level, 0)), 0) as gap,
          (select coalesce(json_agg(e), '[]')
             from (select ${EVIDENCE} from skills.evidence e
                    where e.person_id = $1 and e.skill_id = s.id and e.verified and e.evidenced_on <= ${TODAY} and e.expires_on > ${TODAY}
                      and not exists (select from skills.evidence_withdrawal w where w.evidence_id = e.id)
                    order by e.level desc, e.expires_on desc, e.id limit 3) e) as why
     from skills.skill s
     join skills.skill_definition d on d.skill_id = s.id and d.version = ${CURRENT}
     left join skills.current_level l on l.person_id = $1 and l.skill_id = s.id
     left join skills.target t on t.person_id = $1
     left join skills.profile_skill q on q.profile_id = t.profile_id and q.skill_id = s.id
     left join (select distinct on (e.skill_id) e.skill_id, e.level, e.evidenced_on from skills.evidence e
                 where e.person_id = $1 and e.source_kind = 'self_assessment' order by e.skill_id, e.id desc) c on c.skill_id = s.id
    order by s.place`,
);

/** Evidence of person $1 after day $2 and id $3, newest first, $4 rows. */
export const TIMELINE = statement(
  'skills.timeline',
  `select ${EVIDENCE} from skills.evidence e
    where e.person_id = $1 and ($3::uuid is null or (e.evidenced_on, e.id) < ($2::date, $3))
    order by e.evidenced_on desc, e.id desc limit $4`,
);
