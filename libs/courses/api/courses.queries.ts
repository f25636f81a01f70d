import type { CatalogueQuery } from '@zhixing/courses/contract';
import { departmentsOf } from '@zhixing/people/api';
import { type Statement, statement } from '@zhixing/platform/api';
import { COURSE_SKILLS } from './course-skills.ts';
import { LEARNING_STATE, newestRegistration, PERCENT, visible } from './visibility.ts';

/** Columns of a course card. */
const CARD = `c.id, c.slug, c.title, c.summary, c.domain, c.level, c.kind, c.minutes, c.lessons,
              r.id as registration_id, r.status, ${PERCENT} as percent, ${LEARNING_STATE} as state`;

/** Sort key and its direction; the id breaks ties, so that a page begins exactly after the last row of the one before. */
const SORTS: Record<CatalogueQuery['sort'], { key: string; cast: string; direction: 'asc' | 'desc' }> = {
  newest: { key: 'published_at', cast: 'timestamptz', direction: 'desc' },
  title: { key: 'title collate "zh-x-icu"', cast: 'text collate "zh-x-icu"', direction: 'asc' },
  minutes: { key: 'minutes', cast: 'int', direction: 'asc' },
};

/**
 * The catalogue in one statement: a page of cards, the total, and the facets, each counted with the other filters standing.
 * $1 person, $2 departments, $3 search text (lower case) or null, $4 its ILIKE pattern, $5 domains, $6 levels, $7 kinds, $8 durations, $9 states,
 * $10 sort key and $11 id of the last row or null, $12 rows, $13 skills.
 */
const catalogue = (sort: CatalogueQuery['sort']): Statement => {
  const { key, cast, direction } = SORTS[sort];
  const beyond = direction === 'desc' ? '<' : '>';
  return statement(
    `courses.catalogue_${sort}`,
    `with matched as materialized (
       select ${CARD}, c.published_at,
              case when c.minutes <= 10 then 'short' when c.minutes <= 30 then 'medium' else 'long' end as duration,
              array(select k.skill_id from courses.course_skill k where k.course_id = c.id) as skills
         from courses.course c
         ${newestRegistration('$1')}
        where ${visible('$2')}
          and ($3::text is null or (platform.zh_bigrams(c.search_text) @> platform.zh_bigrams($3) and c.search_text ilike $4))),
     marked as (
       select *, cardinality($5::text[]) = 0 or domain = any($5) as d, cardinality($6::int[]) = 0 or level = any($6) as l,
              cardinality($7::text[]) = 0 or kind = any($7) as k, cardinality($8::text[]) = 0 or duration = any($8) as m,
              cardinality($9::text[]) = 0 or state = any($9) as s, cardinality($13::text[]) = 0 or skills && $13 as t
         from matched),
     paged as (
       select * from marked where d and l and k and m and s and t
          and ($11::uuid is null or (${key}, id) ${beyond} ($10::${cast}, $11))
        order by ${key} ${direction}, id ${direction} limit $12)
     select (select coalesce(json_agg(paged order by ${key} ${direction}, id ${direction}), '[]') from paged) as items,
            (select count(*)::int from marked where d and l and k and m and s and t) as total,
            (select count(*)::int from marked) as matching,
            (select coalesce(json_agg(f), '[]') from (
               select 'domain' as facet, domain as value, count(*)::int from marked where l and k and m and s and t group by domain
               union all select 'level', level::text, count(*)::int from marked where d and k and m and s and t group by level
               union all select 'kind', kind, count(*)::int from marked where d and l and m and s and t group by kind
               union all select 'duration', duration, count(*)::int from marked where d and l and k and s and t group by duration
               union all select 'state', state, count(*)::int from marked where d and l and k and m and t group by state
               union all select 'skill', skill, count(*)::int from marked cross join unnest(skills) as taught(skill) where d and l and k and m and s group by skill) f) as facets`,
  );
};

export const CATALOGUE: Record<CatalogueQuery['sort'], Statement> = { newest: catalogue('newest'), title: catalogue('title'), minutes: catalogue('minutes') };

/** Courses whose text shares most bigrams with $3, or the newest when it shares none: $1 person, $2 departments, $4 rows, $5 courses to leave out. */
export const NEAREST = statement(
  'courses.nearest',
  `select ${CARD} from courses.course c
     ${newestRegistration('$1')}
    where ${visible('$2')} and c.id <> all($5::uuid[])
    order by cardinality(array(select unnest(platform.zh_bigrams(c.search_text)) intersect select unnest(platform.zh_bigrams($3)))) desc, c.published_at desc
    limit $4`,
);

/** One course $3 (everybody's first registration has seq 1, so those are its learners) for person $1 of departments $2, with the version the person is pinned to, else the current one. */
export const COURSE = statement(
  'courses.course',
  `select ${CARD}, c.audience, c.owner_id, ${departmentsOf('c.owner_id')} as owner_departments, c.current_version as latest_version, r.finished_at,
          v.id as version_id, v.number as version, v.title as version_title, v.description, v.outcomes, v.teacher, v.requirements, v.published_at, v.minutes as version_minutes, v.required_total, ${COURSE_SKILLS} as skills,
          (select count(*)::int from courses.registration where course_id = c.id and seq = 1) as learners,
          (select count(distinct person_id)::int from courses.completion_record where course_id = c.id) as finished
     from courses.course c
     ${newestRegistration('$1')}
     join courses.course_version v on v.id = coalesce(r.version_id, c.current_version_id)
    where c.id = $3 and ${visible('$2')}`,
);

/** Chapters and lessons of version $1 with the states of registration $2 (or null). */
export const OUTLINE = statement(
  'courses.outline',
  `select h.title as chapter_title, l.id, l.key, l.title, l.kind, l.required, l.minutes, l.minimum_seconds, l.pass_mark, l.attempts, l.questions,
          s.opened_at, s.completed_at, s.best_score, coalesce(s.read_seconds, 0) as read_seconds
     from courses.lesson l
     join courses.chapter h on h.id = l.chapter_id
     left join courses.lesson_state s on s.lesson_id = l.id and s.registration_id = $2
    where l.version_id = $1
    order by l.place`,
);
