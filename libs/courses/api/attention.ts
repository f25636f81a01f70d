import { ATTENTION, type AttentionReason } from '@zhixing/courses/contract';

/** Whether an open registration `r` needs attention; the quiz is looked for last, in the index of failing ones, registration by registration (`offset 0`: else PostgreSQL first gathers those of the whole bank). */
export const needsAttention = `
  case when r.started_at is null then r.registered_at <= (select platform.now() - interval '${ATTENTION.unopenedDays} days')
       else r.last_activity_at <= (select platform.now() - interval '${ATTENTION.stalledDays} days')
         or exists (select from courses.lesson_state s where s.registration_id = r.id and s.failed_attempts >= ${ATTENTION.failedTimes} and s.completed_at is null offset 0) end`;

/**
 * The open registrations that need attention, one reason each, as a subquery:
 * registration_id, person_id, course_id, version_id, percent, code, days (since the last sign of life), times, lesson.
 * Failing a quiz twice comes before standing still, that before never opening.
 * @param only a condition on `r` (courses.registration) that keeps the scan small
 */
export const attention = (only: string): string => `(
  select r.id as registration_id, r.person_id, r.course_id, r.version_id, floor(100.0 * r.required_done / greatest(r.required_total, 1))::int as percent,
         case when f.times is not null then 'failed_twice' when r.started_at is null then 'unopened' else 'stalled' end as code,
         extract(day from (select platform.now()) - coalesce(r.last_activity_at, r.registered_at))::int as days, f.times, f.lesson
    from courses.registration r
    left join lateral (
      select s.failed_attempts as times, l.title as lesson
        from courses.lesson_state s join courses.lesson l on l.id = s.lesson_id
       where s.registration_id = r.id and s.failed_attempts >= ${ATTENTION.failedTimes} and s.completed_at is null
       order by s.failed_attempts desc, l.place limit 1) f on true
   where r.status = 'open' and ${only} and ${needsAttention})`;

/** The columns of `attention` that say why. */
export interface AttentionColumns {
  code: AttentionReason['code'];
  days: number;
  times: number | null;
  lesson: string | null;
}

export function attentionReason({ code, days, times, lesson }: AttentionColumns): AttentionReason {
  return code === 'failed_twice' ? { code, times: times!, lesson: lesson! } : { code, days };
}
