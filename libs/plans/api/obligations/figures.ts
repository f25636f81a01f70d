/**
 * SQL of the compliance of persons (SQL of a `uuid[]`): `people` with at least one mandatory item that counts, `compliant` of them without one past due, `excused` items taken out (waived, on leave).
 * Compliance % = compliant / people.
 */
export const compliance = (persons: string): string => `
  select count(*) filter (where counts)::int as people, count(*) filter (where counts and not late)::int as compliant, coalesce(sum(excused), 0)::int as excused
    from (select bool_or(status not in ('waived', 'paused')) as counts, bool_or(status = 'overdue') as late, count(*) filter (where status in ('waived', 'paused')) as excused
            from plans.obligation_now where mandatory and status <> 'cancelled' and person_id = any(${persons}) group by person_id) one`;

/** SQL of punctuality: of the mandatory items of persons that fell due from a day up to another (SQL of dates), how many were completed by then. On-time % = on_time / due. */
export const punctuality = (persons: string, from: string, until: string): string => `
  select count(*)::int as due, count(*) filter (where status = 'completed')::int as on_time
    from plans.obligation_now where mandatory and status not in ('waived', 'cancelled', 'paused') and due_on >= ${from} and due_on <= ${until} and person_id = any(${persons})`;
