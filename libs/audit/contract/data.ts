import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, pageOf, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';

/** One table of what is kept about me: `name` is the same in every language, `title` and those of the columns in mine. Moments are UTC. */
export const DataTable = z.object({
  name: z.string(),
  title: z.string(),
  columns: z.array(z.object({ key: z.string(), title: z.string() })),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});
export type DataTable = z.infer<typeof DataTable>;

/** `GET /me/data`: everything all rooms keep about me. */
export const MyData = z.object({ madeAt: Instant, person: PersonCard, tables: z.array(DataTable) });
export type MyData = z.infer<typeof MyData>;

/** `GET /me/data/summary`: the same tables, counted. */
export const DataSummary = z.object({ tables: z.array(z.object({ name: z.string(), title: z.string(), rows: z.int() })) });
export type DataSummary = z.infer<typeof DataSummary>;

/** Parameters of the export `my-data`: none. */
export const MyDataExport = z.strictObject({});

/** How many unanswered requests one person may have. */
export const OPEN_CORRECTIONS = 10;

/** `POST /me/data/corrections`: what is wrong, and in which table of my data. */
export const CreateCorrection = z.strictObject({ about: z.string().trim().min(1).max(100), text: z.string().trim().min(1).max(2000) });
export type CreateCorrection = z.infer<typeof CreateCorrection>;

/** A request for correction; `answer` closes it. `person` is null when they have no position any more. */
export const CorrectionView = z.object({
  id: Id,
  person: PersonCard.nullable(),
  about: z.object({ name: z.string(), title: z.string() }),
  text: z.string(),
  createdAt: Instant,
  answer: z.string().nullable(),
  answeredBy: PersonCard.nullable(),
  answeredAt: Instant.nullable(),
});
export type CorrectionView = z.infer<typeof CorrectionView>;

/** My requests, newest first; all of them. */
export const MyCorrections = z.object({ items: z.array(CorrectionView) });
export type MyCorrections = z.infer<typeof MyCorrections>;

/** `GET /corrections`: everybody's, open ones oldest first, answered ones newest first. */
export const CorrectionQuery = z.strictObject({ ...PageQuery.shape, state: z.enum(['open', 'answered']).default('open') });
export type CorrectionQuery = z.infer<typeof CorrectionQuery>;

export const CorrectionList = pageOf(CorrectionView);
export type CorrectionList = z.infer<typeof CorrectionList>;

/** `POST /corrections/:id/answer`. */
export const AnswerCorrection = z.strictObject({ answer: z.string().trim().min(1).max(2000) });
export type AnswerCorrection = z.infer<typeof AnswerCorrection>;
