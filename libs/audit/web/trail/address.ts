import { ActResult } from '@zhixing/audit/contract';
import { z } from 'zod';

const day = z.iso.date().optional();

/** What the page keeps in its address: the filter, and the entry that is open. */
export const TrailAddress = z.object({
  person: z.string().max(100).default(''),
  action: z.string().max(100).default(''),
  result: ActResult.optional(),
  from: day,
  to: day,
  requestId: z.string().max(100).default(''),
  objectType: z.string().max(100).default(''),
  objectId: z.string().max(100).default(''),
  entry: z.uuid().optional(),
});
export type TrailAddress = z.infer<typeof TrailAddress>;

/** The filter as the API takes it: what is empty is left out. */
export const filterOf = ({ entry: _, action, ...filter }: TrailAddress) => ({
  ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value)),
  ...(action ? { action: [action] } : {}),
});

export const NO_FILTER = { person: '', action: '', result: undefined, from: undefined, to: undefined, requestId: '', objectType: '', objectId: '' } satisfies Partial<TrailAddress>;
