import type { Type } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import type { Workbook } from './workbook.ts';

/** Called now and then while an export is gathered. Not awaiting it is a mistake: it throws when another worker has taken over. */
export type Progress = (done: number, total: number | null) => Promise<void>;

/**
 * An export whose file its source makes itself. Nothing in it says who took it out or when, where the same facts are to be the same bytes for everybody: that stands in the audit trail,
 * with the file's SHA-256 and the `facts` given here.
 */
export interface FinishedExport {
  /** With its extension. */
  name: string;
  bytes: Buffer;
  /** How many rows of data it holds. */
  rows: number;
  facts: Record<string, string | number | null>;
}

/** Gathers what an export shows to this person, as tables of which the kernel makes the file, or as the file itself. Changes nothing that anybody reads elsewhere. */
export interface ExportSource<P = unknown> {
  gather(actor: Actor, parameters: P, progress: Progress): Promise<Workbook | FinishedExport>;
}

/** One thing that can be exported, who may, and by which parameters. Which rows it holds is decided by the source. */
export interface ExportKind {
  kind: string;
  permission: string;
  parameters: z.ZodType<Record<string, unknown>>;
  /** Whether it holds personal data of others: then a reason must be given, which the audit trail keeps. */
  personal: boolean;
  by: Type<ExportSource>;
}

/** Declares an export; the source's parameters are those of the schema. */
export const exportKind = <T extends z.ZodType<Record<string, unknown>>>(kind: string, permission: string, parameters: T, by: Type<ExportSource<z.infer<T>>>, { personal = false } = {}): ExportKind =>
  ({ kind, permission, parameters, personal, by: by as Type<ExportSource> });

/** Injection token of all rooms' ExportKinds. */
export const EXPORT_KINDS = Symbol('ExportKinds');
