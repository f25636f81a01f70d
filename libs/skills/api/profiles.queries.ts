import { statement } from '@zhixing/platform/api';
import { CURRENT } from './framework.queries.ts';

const PROFILE = 'p.id, p.name, p.description, p.scarce, (select count(*)::int from skills.profile_skill q where q.profile_id = p.id) as skills';

export const PROFILES = statement('skills.profiles', `select ${PROFILE} from skills.role_profile p order by p.place`);

export const PROFILE_VIEW = statement('skills.profile', `select ${PROFILE}, p.revision from skills.role_profile p where p.id = $1`);

/** What profile $1 asks for, heaviest first, with the anchor of the required level. */
export const REQUIREMENTS = statement(
  'skills.requirements',
  `select s.id, s.axis, d.name, d.description, q.level, q.weight, d.anchors->(q.level - 1) as anchor
     from skills.profile_skill q
     join skills.skill s on s.id = q.skill_id
     join skills.skill_definition d on d.skill_id = s.id and d.version = ${CURRENT}
    where q.profile_id = $1 order by q.weight desc, s.place`,
);

/** Makes $2 the target of person $1; no row when it is already. */
export const CHOOSE = statement(
  'skills.choose',
  `insert into skills.target as t (person_id, profile_id, chosen_at) values ($1, $2, platform.now())
   on conflict (person_id) do update set profile_id = excluded.profile_id, chosen_at = excluded.chosen_at where t.profile_id <> excluded.profile_id
   returning profile_id`,
);

export const UNCHOOSE = statement('skills.unchoose', 'delete from skills.target where person_id = $1 returning profile_id');

/** Profile $1, last of all: $2 name, $3 description, $4 scarce. No row when it is there already. */
export const ADD_PROFILE = statement(
  'skills.add_profile',
  'insert into skills.role_profile (id, name, description, scarce, place) select $1, $2, $3, $4, coalesce(max(place), 0) + 1 from skills.role_profile on conflict do nothing returning id',
);

/** Changes profile $1 when its revision is still $2: $3 name, $4 description, $5 scarce, each null = as it is. */
export const EDIT_PROFILE = statement(
  'skills.edit_profile',
  `update skills.role_profile set name = coalesce($3, name), description = coalesce($4, description), scarce = coalesce($5, scarce), revision = revision + 1
    where id = $1 and revision = $2 returning revision`,
);

export const CLEAR_REQUIREMENTS = statement('skills.clear_requirements', 'delete from skills.profile_skill where profile_id = $1');

/** What profile $1 asks for: $2 json of skill, level and weight. */
export const STORE_REQUIREMENTS = statement(
  'skills.store_requirements',
  `insert into skills.profile_skill (profile_id, skill_id, level, weight) select $1, r."skillId", r.level, r.weight from json_to_recordset($2) as r("skillId" text, level int, weight int)`,
);

/** The profile person $1 aims at. */
export const TARGET_OF = statement('skills.target_of', 'select profile_id from skills.target where person_id = $1');
