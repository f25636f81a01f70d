import { statement } from '@zhixing/platform/api';

const COLUMNS = `r.id, r.assignment_id, r.cycle, r.cause, r.state, r.person_id, r.requested_by, r.confirmed, r.counts, r.done, r.cursor_id, r.created_at, r.finished_at`;

/** Run $1 of cycle $3 of assignment $2, because of $4, asked for by $5, agreed to for $6 people; nothing when one is going on there. */
export const ASK_RUN = statement(
  'plans.ask_run',
  `insert into plans.assignment_run (id, assignment_id, cycle, cause, state, requested_by, confirmed, done, created_at)
   values ($1, $2, $3, $4, 'queued', $5, $6, 0, platform.now()) on conflict do nothing returning id`,
);

/** Run $1 for person $5 alone, which is applied in the same transaction. */
export const PERSON_RUN = statement(
  'plans.person_run',
  `insert into plans.assignment_run (id, assignment_id, cycle, cause, state, person_id, done, created_at) values ($1, $2, $3, $4, 'applying', $5, 0, platform.now())`,
);

export const RUN = statement('plans.run', `select ${COLUMNS} from plans.assignment_run r where r.id = $1`);
export const HOLD_RUN = statement('plans.hold_run', `select ${COLUMNS} from plans.assignment_run r where r.id = $1 for update`);

/** Run $1 was planned: it waits or goes on ($2) with the counts $3. */
export const PLANNED = statement('plans.run_planned', `update plans.assignment_run set state = $2, counts = $3, done = 0, cursor_id = null where id = $1`);
export const ADVANCE = statement('plans.run_advance', `update plans.assignment_run set cursor_id = $2, done = done + $3 where id = $1`);
export const END_RUN = statement('plans.end_run', `update plans.assignment_run set state = $2, finished_at = platform.now() where id = $1`);
export const DROP_ITEMS = statement('plans.drop_items', 'delete from plans.assignment_run_item where run_id = $1');

/** Somebody agrees to $3 people of waiting run $1 of assignment $2, the number it was planned with. */
export const CONFIRM_RUN = statement(
  'plans.confirm_run',
  `update plans.assignment_run set state = 'queued', confirmed = $3, requested_by = $4 where id = $1 and assignment_id = $2 and state = 'waiting' and (counts->>'affected')::int = $3 returning id`,
);
export const DISCARD_RUN = statement(
  'plans.discard_run',
  `update plans.assignment_run set state = 'discarded', finished_at = platform.now() where id = $1 and assignment_id = $2 and state in ('queued', 'waiting') returning id`,
);

/** Runs of assignment $1, the newest first; those for one person are left out. $2 time and $3 id of the last row, $4 rows. */
export const RUNS = statement(
  'plans.runs',
  `select ${COLUMNS}, c.display_name as requested_name, r.created_at::text as sort_key
     from plans.assignment_run r left join people.card c on c.person_id = r.requested_by
    where r.assignment_id = $1 and r.person_id is null and ($2::timestamptz is null or (r.created_at, r.id) < ($2, $3))
    order by r.created_at desc, r.id desc limit $4`,
);

/** Gives up what waits or is queued of assignment $1: something newer takes its place. */
export const DISCARD_WAITING = statement(
  'plans.discard_waiting',
  `update plans.assignment_run set state = 'discarded', finished_at = platform.now() where assignment_id = $1 and person_id is null and state in ('queued', 'waiting')`,
);

/** Runs that a worker is to go on with, in case the one that had them is lost for good. */
export const UNFINISHED_RUNS = statement('plans.unfinished_runs', `select id from plans.assignment_run where person_id is null and state in ('queued', 'applying')`);
