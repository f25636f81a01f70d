import { PersonCard } from '@zhixing/people/contract';
import { Id, Instant, listOf, LocalDate, pageOf, PageQuery } from '@zhixing/platform/contract';
import { z } from 'zod';

/** Whether an act was carried out or turned away. */
export const ActResult = z.enum(['done', 'refused']);
export type ActResult = z.infer<typeof ActResult>;

const word = z.string().trim().max(100);
/** Nothing is older than the product. */
const day = LocalDate.refine((value) => value >= '2020-01-01');

/** What narrows the audit trail. `person` = staff number or full name of whoever acted; `from` and `to` are days in Beijing, both included. */
export const AuditFilter = z.strictObject({
  person: word.optional(),
  action: listOf(word),
  objectType: word.optional(),
  objectId: word.optional(),
  result: ActResult.optional(),
  requestId: word.optional(),
  from: day.optional(),
  to: day.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** `GET /audit`: newest first. */
export const AuditQuery = z.strictObject({ ...PageQuery.shape, ...AuditFilter.shape });
export type AuditQuery = z.infer<typeof AuditQuery>;

/** A code of ours, and how it reads in the language asked for. */
export const Named = z.object({ code: z.string(), words: z.string() });
export type Named = z.infer<typeof Named>;

/** The small facts an act left: ids, counts, a reason. */
export const ActFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type ActFacts = z.infer<typeof ActFacts>;

/** One act. `person` is null when nobody was signed in or the person has no position any more (`personId` tells); `object.name` is that of a person. */
export const AuditRow = z.object({
  id: Id,
  at: Instant,
  personId: Id.nullable(),
  person: PersonCard.nullable(),
  action: Named,
  object: z.object({ type: Named, id: z.string(), name: z.string().nullable() }),
  result: ActResult,
  address: z.string(),
  facts: ActFacts,
  sealed: z.boolean(),
});
export type AuditRow = z.infer<typeof AuditRow>;

/** `total` counts to 1,001 and no further. */
export const AuditList = pageOf(AuditRow).extend({ total: z.int() });
export type AuditList = z.infer<typeof AuditList>;

/** `GET /audit/:id`: everything that is kept of one act. The hashes are SHA-256 of the object's state; `seal` is its place in the chain. */
export const AuditDetail = AuditRow.extend({
  requestId: z.string(),
  loginId: Id.nullable(),
  beforeHash: z.string().nullable(),
  afterHash: z.string().nullable(),
  seal: z.object({ n: z.int(), entryHash: z.string(), chainHash: z.string(), sealedAt: Instant }).nullable(),
});
export type AuditDetail = z.infer<typeof AuditDetail>;

/** `GET /audit/words`: what one may filter by. */
export const AuditWords = z.object({ actions: z.array(Named), objects: z.array(Named) });
export type AuditWords = z.infer<typeof AuditWords>;

/** `GET /audit/chain`: sealed up to place `n`, whose hash stands for all before it; `waiting` entries follow within a minute. */
export const ChainState = z.object({ n: z.int(), chainHash: z.string(), sealedAt: Instant.nullable(), waiting: z.int() });
export type ChainState = z.infer<typeof ChainState>;

/** After how many months entries leave the database for files. */
export const ARCHIVED_AFTER_MONTHS = 13;

/** A part of the trail that lies in the archive. `kept` = its file is still there; after three more years it is deleted. */
export const ArchivePart = z.object({ number: z.int(), from: Instant, to: Instant, entries: z.int(), sha256: z.string(), archivedAt: Instant, kept: z.boolean() });
export type ArchivePart = z.infer<typeof ArchivePart>;

/** `GET /audit/archives`: newest first. */
export const ArchiveList = z.object({ items: z.array(ArchivePart) });
export type ArchiveList = z.infer<typeof ArchiveList>;

/** Parameters of the export `audit-archive`: one part. */
export const ArchiveExport = z.strictObject({ number: z.int().min(1) });
export type ArchiveExport = z.infer<typeof ArchiveExport>;

/** How many of the newest links the page recomputes; `npm run audit:verify` does all. */
export const CHECKED_AT_ONCE = 10_000;

/** `POST /audit/chain/checks`: what recomputing the newest links found. `flaw` names the first entry that is not as it was. */
export const ChainCheck = z.object({
  checked: z.int(),
  /** The whole chain was recomputed. */
  whole: z.boolean(),
  flaw: z.object({ kind: z.enum(['changed', 'removed', 'inserted', 'broken']), n: z.int().nullable(), entryId: z.string() }).nullable(),
});
export type ChainCheck = z.infer<typeof ChainCheck>;

/** `GET /me/views`: who looked at my record, newest first. */
export const RecordView = z.object({ id: Id, at: Instant, person: PersonCard.nullable(), action: Named });
export type RecordView = z.infer<typeof RecordView>;

export const RecordViewList = pageOf(RecordView);
export type RecordViewList = z.infer<typeof RecordViewList>;
