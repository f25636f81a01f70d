/**
 * The one predicate of who sees a course `c`: published, and open to everyone or to a department of the person.
 * `departments` = SQL of the person's department ids (own and above), e.g. `$2`. An invisible course is "not found" everywhere.
 */
export const visible = (departments: string): string => `(c.status = 'published' and (c.audience = '{}' or c.audience && ${departments}::uuid[]))`;

/** The newest registration of person `person` at course `c`, as `r`. */
export const newestRegistration = (person: string): string =>
  `left join lateral (select * from courses.registration where person_id = ${person} and course_id = c.id order by seq desc limit 1) r on true`;

/** LearningState of a registration `r` that may be absent. */
export const LEARNING_STATE = `case when r.id is null then 'none' when r.status = 'passed' then 'finished' when r.started_at is null then 'registered' else 'learning' end`;

/** Floor percent of a registration `r`. */
export const PERCENT = 'floor(100.0 * r.required_done / greatest(r.required_total, 1))::int';
