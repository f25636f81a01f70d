import { defineEvents, Id } from '@zhixing/platform/contract';
import { z } from 'zod';

const OfChange = z.strictObject({ changeId: Id });

/** What a worker does with a bulk change: hold it against the organisation, apply it, undo it. */
export const bulkChangeEvents = defineEvents({
  'people.bulk_change_created': OfChange,
  'people.bulk_change_confirmed': OfChange,
  'people.bulk_change_undoing': OfChange,
});
