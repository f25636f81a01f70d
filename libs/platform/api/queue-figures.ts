import { Injectable } from '@nestjs/common';
import { Database, statement } from './database.ts';
import { type Figure, Metrics } from './metrics.ts';

const OUTBOX = statement('platform.outbox_figures', 'select count(*)::int as value from platform.outbox');
const JOBS = statement('platform.job_figures', `select json_build_object('status', status) as labels, count(*)::int as value from platform.job where status in ('queued', 'running') or created_at > platform.now() - interval '1 day' group by status`);
const DEAD_LETTERS = statement('platform.dead_letter_figures', `select count(*)::int as value from pgboss.job where name = 'platform.dead_letters'`);

/** Whether the work behind the pages keeps up: an outbox that grows means that no worker runs, a dead letter that somebody has to look. */
@Injectable()
export class QueueFigures {
  constructor(metrics: Metrics, database: Database) {
    metrics.gauge('outbox_events', 'Events that no worker has taken yet', [], () => database.rows<Figure>(OUTBOX));
    metrics.gauge('jobs', 'Jobs by status: unfinished ones, and those of the last day', ['status'], () => database.rows<Figure>(JOBS));
    metrics.gauge('dead_letters', 'Events that failed at every try', [], () => database.rows<Figure>(DEAD_LETTERS));
  }
}
