import { statement } from '@zhixing/platform/api';

/** SQL: the number of the current version. */
export const CURRENT = '(select max(number) from skills.framework_version)';

const SKILL = 's.id, s.axis, d.name, d.description';
const DEFINITION = `${SKILL}, d.half_life_months, d.anchors`;

/** SQL: whether definition `d` says something else than definition `b`, which may be absent. */
const differs = (d: string, b: string): string => `(to_jsonb(${d}) - 'version') is distinct from (to_jsonb(${b}) - 'version')`;

/** The skills as version $1 names them, or the current one when it is null. */
export const SKILLS = statement(
  'skills.skills',
  `select ${SKILL}, d.version from skills.skill s join skills.skill_definition d on d.skill_id = s.id where d.version = coalesce($1::int, ${CURRENT}) order by s.place`,
);

/** Skill $1 as version $2 defines it, or the current one when it is null, with the versions that changed it. */
export const SKILL_VIEW = statement(
  'skills.skill_view',
  `select ${DEFINITION}, d.version,
          (select array_agg(c.version order by c.version)
             from skills.skill_definition c left join skills.skill_definition b on b.skill_id = c.skill_id and b.version = c.version - 1
            where c.skill_id = s.id and ${differs('c', 'b')}) as changed_in
     from skills.skill s join skills.skill_definition d on d.skill_id = s.id
    where s.id = $1 and d.version = coalesce($2::int, ${CURRENT})`,
);

/** What the current version says about the skills $1. */
export const DEFINITIONS = statement(
  'skills.definitions',
  `select ${DEFINITION} from skills.skill s join skills.skill_definition d on d.skill_id = s.id and d.version = ${CURRENT} where s.id = any($1) order by s.place`,
);

/** Of the names $1 those that no skill of the current version bears. */
export const UNKNOWN = statement('skills.unknown', 'select id from unnest($1::text[]) as named(id) where not exists (select from skills.skill_definition d where d.skill_id = named.id)');

export const VERSIONS = statement(
  'skills.versions',
  `select v.number, v.note, v.published_at, v.published_by,
          (select count(*)::int
             from skills.skill_definition c left join skills.skill_definition b on b.skill_id = c.skill_id and b.version = c.version - 1
            where c.version = v.number and ${differs('c', 'b')}) as changed
     from skills.framework_version v order by v.number desc`,
);

/** Drafts beside what they would replace. */
export const DRAFTS = statement(
  'skills.drafts',
  `select s.id, s.axis, coalesce(d.name, w.name) as name, coalesce(d.description, w.description) as description, coalesce(d.half_life_months, w.half_life_months) as half_life_months,
          coalesce(d.anchors, w.anchors) as anchors, d.skill_id is null as added, w.revision, w.updated_at, w.updated_by,
          json_build_object('name', w.name, 'description', w.description, 'halfLifeMonths', w.half_life_months, 'anchors', w.anchors) as draft
     from skills.skill_draft w
     join skills.skill s on s.id = w.skill_id
     left join skills.skill_definition d on d.skill_id = s.id and d.version = ${CURRENT}
    order by s.place`,
);

/** Skill $1 on axis $2, last in the framework's order; no row when it is there already. */
export const ADD_SKILL = statement('skills.add_skill', 'insert into skills.skill (id, axis, place) select $1, $2, coalesce(max(place), 0) + 1 from skills.skill on conflict do nothing returning id');

/** Stores the draft of skill $1, whose revision is still $2 (0 = there is none): $3 name, $4 description, $5 months, $6 anchors, $7 person, for version $8. No row when the draft or the framework moved on. */
export const STORE_DRAFT = statement(
  'skills.store_draft',
  `with edited as (
     update skills.skill_draft set name = $3, description = $4, half_life_months = $5, anchors = $6, revision = revision + 1, updated_at = platform.now(), updated_by = $7
      where skill_id = $1 and revision = $2 and $8::int = ${CURRENT} + 1 returning revision),
   begun as (
     insert into skills.skill_draft (skill_id, name, description, half_life_months, anchors, revision, updated_at, updated_by)
     select $1, $3, $4, $5, $6, 1, platform.now(), $7 where $2::int = 0 and $8::int = ${CURRENT} + 1
     on conflict do nothing returning revision)
   select revision from edited union all select revision from begun`,
);

export const DISCARD_DRAFT = statement('skills.discard_draft', 'delete from skills.skill_draft where skill_id = $1 returning revision');

/** A skill that no version ever defined goes with its draft. */
export const FORGET_SKILL = statement('skills.forget_skill', 'delete from skills.skill s where s.id = $1 and not exists (select from skills.skill_definition d where d.skill_id = s.id)');

/** Publications and edits take turns until the transaction ends. */
export const LOCK_FRAMEWORK = statement('skills.lock_framework', `select pg_advisory_xact_lock(hashtextextended('skills.framework', 0))`);

export const PUBLISHED = statement('skills.published', 'select number as version, published_at from skills.framework_version where number = $1');

/** Version $1 with note $2 by person $3, when a draft differs from the version before. */
export const ADD_VERSION = statement(
  'skills.add_version',
  `insert into skills.framework_version (number, note, published_at, published_by)
   select $1, $2, platform.now(), $3
    where exists (select from skills.skill_draft w left join skills.skill_definition d on d.skill_id = w.skill_id and d.version = $1::int - 1
                   where d.skill_id is null or (w.name, w.description, w.half_life_months, w.anchors) is distinct from (d.name, d.description, d.half_life_months, d.anchors))
   returning number as version, published_at`,
);

/** All skills of version $1: as drafted, else as in the version before, and those that are new. Takes the drafts away in the same statement. */
export const TAKE_DRAFTS = statement(
  'skills.take_drafts',
  `with w as (delete from skills.skill_draft returning *),
   defined as (
     insert into skills.skill_definition (version, skill_id, name, description, half_life_months, anchors)
     select $1, d.skill_id, coalesce(w.name, d.name), coalesce(w.description, d.description), coalesce(w.half_life_months, d.half_life_months), coalesce(w.anchors, d.anchors)
       from skills.skill_definition d left join w on w.skill_id = d.skill_id
      where d.version = $1::int - 1
     union all
     select $1, w.skill_id, w.name, w.description, w.half_life_months, w.anchors
       from w where not exists (select from skills.skill_definition d where d.skill_id = w.skill_id and d.version = $1::int - 1))
   select skill_id from w`,
);
