import { z } from 'zod';
import { listOf } from './pages.ts';
import { Id, Instant } from './primitives.ts';

/** Where work that outlives its request stands. */
export const JobStatus = z.enum(['queued', 'running', 'done', 'failed']);
export type JobStatus = z.infer<typeof JobStatus>;

/** `GET /jobs/:id`: one's own job. `total` is null while unknown; `file` is fetched from `GET /files/:id`; `failure` is a sentence in the reader's language. */
export const JobView = z.object({
  id: Id,
  kind: z.string(),
  status: JobStatus,
  done: z.int(),
  total: z.int().nullable(),
  file: z.object({ id: Id, name: z.string(), size: z.int(), sha256: z.string() }).nullable(),
  failure: z.string().nullable(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
});
export type JobView = z.infer<typeof JobView>;

/** `POST /exports`: what (`team`, `course-statistics`) and its parameters, checked by the export's own schema; `reason` where it holds personal data of others. Answers with the JobView of the job that writes it. */
export const CreateExport = z.strictObject({ kind: z.string().max(100), parameters: z.record(z.string(), z.unknown()).default({}), reason: z.string().trim().min(2).max(200).optional() });
export type CreateExport = z.infer<typeof CreateExport>;

/** `GET /events?topics=job:…,team:…`: what the page wants to hear of, as `topic:key`. */
export const LiveQuery = z.strictObject({
  topics: listOf(z.string().regex(/^[a-z_]{1,30}:[\w-]{1,100}$/)).pipe(z.array(z.string()).min(1)),
  /** Id of the last event heard on another stream; a stream that comes back says it in Last-Event-ID. */
  after: z.string().regex(/^\d{1,18}-\d{1,18}$/).optional(),
});
export type LiveQuery = z.infer<typeof LiveQuery>;

/** One message of `GET /events`: something of this topic and key changed; the page reads anew what it shows. */
export const LiveMessage = z.object({ topic: z.string(), key: z.string(), data: z.record(z.string(), z.unknown()) });
export type LiveMessage = z.infer<typeof LiveMessage>;
