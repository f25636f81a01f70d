import { departmentsOf, worksWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';
import { COURSE_SKILLS } from './course-skills.ts';
import { visible } from './visibility.ts';

/** Imports and publications of one course take turns, also before it has any row: $1 slug. Until the transaction ends. */
export const LOCK_SLUG = statement('courses.lock_slug', `select pg_advisory_xact_lock(hashtextextended('courses.slug ' || $1, 0))`);

/** The course and draft that bear slug $1, each null when there is none. */
export const BY_SLUG = statement(
  'courses.by_slug',
  `select coalesce(c.id, d.course_id) as course_id, c.current_version_id, coalesce(c.current_version, 0) as current_version,
          o.owner_id, ${departmentsOf('o.owner_id')} as owner_departments, d.content, d.revision
     from (select $1::text as slug) s
     left join courses.course c on c.slug = s.slug
     left join courses.draft d on d.slug = s.slug
    cross join lateral (select case when c.id is null then d.owner_id else c.owner_id end as owner_id) o`,
);

/** Content of a published version $1, as rows become CourseContent again (versions.ts). */
export const VERSION_FACTS = statement(
  'courses.version_facts',
  `select c.slug, v.title, v.summary, v.description, v.outcomes, c.domain, c.level, c.kind, v.teacher, v.requirements, v.minimum_reading, ${COURSE_SKILLS} as skills
     from courses.course_version v join courses.course c on c.id = v.course_id where v.id = $1`,
);

export const VERSION_LESSONS = statement(
  'courses.version_lessons',
  `select h.id as chapter_id, h.title as chapter_title, l.key, l.title, l.required, l.kind, l.body, l.pass_mark, l.attempts,
          (select coalesce(json_agg(json_build_object('key', q.key, 'kind', q.kind, 'topic', q.topic, 'stem', q.stem, 'explanation', q.explanation, 'choices', q.choices) order by q.place), '[]')
             from courses.question q where q.lesson_id = l.id) as questions
     from courses.lesson l join courses.chapter h on h.id = l.chapter_id
    where l.version_id = $1 order by l.place`,
);

/** Stores content $4 and report $5 by person $6 as the draft of course $1, whose slug and owner are $2 and $3. */
export const STORE_DRAFT = statement(
  'courses.store_draft',
  `insert into courses.draft as d (course_id, slug, owner_id, revision, content, report, updated_at, updated_by)
   values ($1, $2, $3, 1, $4, $5, platform.now(), $6)
   on conflict (course_id) do update set revision = d.revision + 1, content = excluded.content, report = excluded.report, updated_at = excluded.updated_at, updated_by = excluded.updated_by
   returning revision`,
);

/** Merges facts $3 into the draft of course $1 when its revision is still $2; by person $4. */
export const EDIT_DRAFT = statement(
  'courses.edit_draft',
  `update courses.draft set content = content || $3, revision = revision + 1, updated_at = platform.now(), updated_by = $4
    where course_id = $1 and revision = $2 returning revision`,
);

export const DELETE_DRAFT = statement('courses.delete_draft', 'delete from courses.draft where course_id = $1 returning slug');

const DRAFT_COLUMNS = `d.course_id, d.slug, d.owner_id, ${departmentsOf('d.owner_id')} as owner_departments, d.revision, d.report, d.updated_at, d.updated_by, c.current_version_id, coalesce(c.current_version, 0) as current_version`;

/** The draft of course $1 with the version it would follow, and who learns that version now. */
export const DRAFT = statement(
  'courses.draft',
  `select ${DRAFT_COLUMNS}, d.content, (select count(*)::int from courses.registration r where r.course_id = d.course_id and r.status = 'open') as learning
     from courses.draft d left join courses.course c on c.id = d.course_id where d.course_id = $1`,
);

/** Drafts of person $1, and those whose owners work in scope $2; newest first. */
export const DRAFTS = statement(
  'courses.drafts',
  `select ${DRAFT_COLUMNS}, d.content->>'title' as title, d.content->>'domain' as domain
     from courses.draft d left join courses.course c on c.id = d.course_id
    where d.owner_id = $1 or ${worksWithin('d.owner_id', '$2')} order by d.updated_at desc, d.course_id limit 200`,
);

/** Course $1 as its publication needs it. */
export const PUBLISHED = statement(
  'courses.published',
  `select c.id, c.slug, c.owner_id, ${departmentsOf('c.owner_id')} as owner_departments, c.current_version,
          (select json_agg(json_build_object('id', v.id, 'number', v.number, 'publishedAt', v.published_at)) from courses.course_version v where v.course_id = c.id) as versions
     from courses.course c where c.id = $1`,
);

export const PICTURE_NAMES = statement('courses.picture_names', 'select name from courses.picture where course_id = $1');

export const ADD_PICTURE = statement('courses.add_picture', 'insert into courses.picture (course_id, name, file_id) values ($1, $2, $3) on conflict do nothing returning name');

/** Forgets the pictures of course $1 that neither its draft nor any version shows any more. */
export const FORGET_PICTURES = statement(
  'courses.forget_pictures',
  `delete from courses.picture p
    where p.course_id = $1
      and not exists (select from courses.draft d where d.course_id = $1 and position(p.name in d.content::text) > 0)
      and not exists (select from courses.lesson l join courses.course_version v on v.id = l.version_id where v.course_id = $1 and position(p.name in l.body) > 0)
      and not exists (select from courses.question q join courses.lesson l on l.id = q.lesson_id join courses.course_version v on v.id = l.version_id
                       where v.course_id = $1 and position(p.name in q.stem || q.explanation || q.choices::text) > 0)
   returning file_id`,
);

/** Picture $2 of course $1 for person $3 of departments $4: who sees the course, learns it, or may edit it (as one who administers scope $5). */
export const PICTURE = statement(
  'courses.picture',
  `select p.file_id
     from courses.picture p
     left join courses.course c on c.id = p.course_id
     left join courses.draft d on d.course_id = p.course_id
    where p.course_id = $1 and p.name = $2
      and (${visible('$4')} or $3 in (c.owner_id, d.owner_id) or ${worksWithin('coalesce(c.owner_id, d.owner_id)', '$5')} or exists (select from courses.registration r where r.course_id = $1 and r.person_id = $3))`,
);
