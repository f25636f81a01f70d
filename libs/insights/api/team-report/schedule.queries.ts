import type { Language } from '@zhixing/platform/contract';
import type { ReportSchedule } from '@zhixing/insights/contract';
import { statement } from '@zhixing/platform/api';

/** How person $1 wants the report. */
export const SCHEDULE = statement('insights.report_schedule', 'select every, scope from insights.report_schedule where person_id = $1');

/** Person $1 gets the report every $2 for scope $3, beginning with the first period that opens after today; what was chosen already goes on as it was. */
export const SAVE_SCHEDULE = statement(
  'insights.save_report_schedule',
  `insert into insights.report_schedule as s (person_id, every, scope, since) values ($1, $2, $3, platform.today())
   on conflict (person_id) do update set every = excluded.every, scope = excluded.scope, since = case when s.every = excluded.every then s.since else excluded.since end
    where (s.every, s.scope) <> (excluded.every, excluded.scope)
   returning person_id`,
);

/** Person $1 gets no report any more. */
export const END_SCHEDULE = statement('insights.end_report_schedule', 'delete from insights.report_schedule where person_id = $1 returning person_id');

/**
 * The next $2 people after $1 whose report is to go out: the month or week has opened, with its first working day, after they asked for it, and they were sent nothing in it. They lead somebody today.
 * A day on which no worker ran is made up for by the next.
 */
export const DUE_REPORTS = statement(
  'insights.due_reports',
  `with clock as materialized (select platform.today() as today),
   period as materialized (
     select p.every, p.name, (select min(d)::date from generate_series(p.start, p.start + p.days, interval '1 day') d where people.is_working_day(d::date)) as opens
       from clock c
      cross join lateral (values
        ('month', to_char(c.today, 'YYYY-MM'), date_trunc('month', c.today::timestamp)::date, 20),
        ('week', to_char(c.today, 'IYYY"-W"IW'), date_trunc('week', c.today::timestamp)::date, 6)) p (every, name, start, days))
   select s.person_id, s.every, s.scope, p.name as period, x.language
     from insights.report_schedule s
    cross join clock c
     join period p on p.every = s.every
     join people.person x on x.id = s.person_id and x.active
    where s.person_id > $1 and p.opens > s.since and p.opens <= c.today
      and exists (select from people.line l where l.manager_id = s.person_id)
      and not exists (select from insights.report_sent r where r.person_id = s.person_id and r.period = p.name)
    order by s.person_id
    limit $2`,
);

export interface DueReport {
  person_id: string;
  every: Exclude<ReportSchedule['every'], 'never'>;
  scope: ReportSchedule['scope'];
  /** `2026-11`, `2026-W48`. */
  period: string;
  language: Language;
}

/** Marks the report of period $2 as sent to person $1; nothing when it was. */
export const MARK_SENT = statement('insights.mark_report_sent', 'insert into insights.report_sent (person_id, period, at) values ($1, $2, platform.now()) on conflict do nothing returning period');
