import { departmentsOf } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';

/** SQL of the day on which the content of a course is to be reviewed again; a month that lacks the day takes its last. */
export const reviewDueOn = (course: string): string => `(${course}.reviewed_on + make_interval(months => ${course}.review_months))::date`;

/** Course $1 with its owner and its review. */
export const REVIEW = statement(
  'courses.review',
  `select c.id, c.domain, c.owner_id, ${departmentsOf('c.owner_id')} as owner_departments, w.display_name as owner, c.review_months as months, c.reviewed_on::text, ${reviewDueOn('c')}::text as due_on, platform.today()::text as today
     from courses.course c left join people.card w on w.person_id = c.owner_id where c.id = $1`,
);

/** Course $1 is reviewed every $2 months; nothing when it is already. */
export const SET_REVIEW_MONTHS = statement('courses.set_review_months', 'update courses.course set review_months = $2 where id = $1 and review_months <> $2 returning id');

/** The content of course $1 was reviewed today; nothing when it was already. */
export const MARK_REVIEWED = statement('courses.mark_reviewed', 'update courses.course set reviewed_on = platform.today() where id = $1 and reviewed_on < platform.today() returning id');
