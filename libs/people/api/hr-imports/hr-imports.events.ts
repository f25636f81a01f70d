import { defineEvents, Id } from '@zhixing/platform/contract';
import { z } from 'zod';

const OfImport = z.strictObject({ importId: Id });

/** What the worker does with a file of the HR system. */
export const hrImportEvents = defineEvents({
  'people.hr_import_received': OfImport,
  'people.hr_import_confirmed': OfImport,
});
