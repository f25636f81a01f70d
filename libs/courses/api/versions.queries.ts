import { departmentsOf } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';
import { visible } from './visibility.ts';

/** Published course $1 with its owner. */
export const ADMINISTERED_COURSE = statement(
  'courses.administered_course',
  `select c.id, c.title, c.owner_id, ${departmentsOf('c.owner_id')} as owner_departments, c.current_version from courses.course c where c.id = $1 and c.status = 'published'`,
);

/** The versions of course $1, newest first, with how many are learning each and have completed it. */
export const VERSIONS = statement(
  'courses.versions',
  `select v.number as version, v.published_at, v.change, v.change_note as note, v.carry_over as "carryOver",
          case when d.id is not null then json_build_object('id', d.id, 'title', d.title) end as delta,
          (select count(*)::int from courses.registration r where r.version_id = v.id and r.status = 'open') as learning,
          (select count(*)::int from courses.registration r where r.version_id = v.id and r.status = 'passed') as finished
     from courses.course_version v left join courses.course d on d.id = v.delta_course_id
    where v.course_id = $1 order by v.number desc`,
);

/** Who is taking course $1. */
export const LEARNERS = statement('courses.learners', "select person_id from courses.registration where course_id = $1 and status = 'open'");

/** People of the bank who have completed course $1, are not taking it again, see course $2 and have not completed that. */
export const COMPLETED_BEFORE = statement(
  'courses.completed_before',
  `select distinct k.person_id
     from courses.completion_record k
     join people.actor a on a.person_id = k.person_id
     join courses.course c on c.id = $2 and ${visible('a.department_ids')}
    where k.course_id = $1
      and not exists (select from courses.registration r where r.person_id = k.person_id and r.course_id = $1 and r.status = 'open')
      and not exists (select from courses.completion_record d where d.person_id = k.person_id and d.course_id = $2)`,
);
