import { listOf } from '@zhixing/platform/contract';
import { CertificateState } from '@zhixing/recognition/contract';
import { z } from 'zod';

/** What the list keeps in its address. */
export const Address = z.object({ q: z.string().trim().max(100).default(''), course: z.uuid().optional(), state: listOf(CertificateState), review: z.enum(['open']).optional() });
export type Address = z.infer<typeof Address>;

/** The filter as the API takes it: what is empty is left out. */
export const filterOf = ({ q, course, state, review }: Address) => ({ ...(q && { q }), ...(course && { course }), ...(state.length > 0 && { state }), ...(review && { review }) });

export const NO_FILTER = { q: undefined, course: undefined, state: [], review: undefined } satisfies Partial<Address>;
