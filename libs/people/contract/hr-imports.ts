import { Id, pageOf } from '@zhixing/platform/contract';
import { z } from 'zod';
import { BulkProgress } from './bulk-changes.ts';

/** A file of the HR system, which is a bulk change. `complete` = whoever is not in the file has left. */
export const HrImportView = BulkProgress.extend({ name: z.string(), size: z.int(), source: z.enum(['upload', 'feed']), complete: z.boolean() });
export type HrImportView = z.infer<typeof HrImportView>;

export const HrImportList = pageOf(HrImportView);
export type HrImportList = z.infer<typeof HrImportList>;

/** `POST /hr-imports?complete=false`: a file with some of the people only. */
export const CreateHrImport = z.strictObject({ complete: z.enum(['true', 'false']).default('true').transform((value) => value === 'true') });
export type CreateHrImport = z.infer<typeof CreateHrImport>;

/** Parameters of the export `hr-import`. */
export const HrImportExport = z.strictObject({ importId: Id });
export type HrImportExport = z.infer<typeof HrImportExport>;
