/**
 * First CTE of every statement here: this moment, and the first days of the running year, month and week in Asia/Shanghai.
 * One row, read as `(select now from moment)`: the functions of the clock then run once and not once a row.
 */
export const MOMENT = `
  moment as materialized (
    select now, today,
           date_trunc('week', today::timestamp)::date as monday,
           date_trunc('month', today::timestamp) at time zone 'Asia/Shanghai' as month,
           date_trunc('year', today::timestamp) at time zone 'Asia/Shanghai' as year
      from (select platform.now() as now, platform.today() as today) as clock)`;
