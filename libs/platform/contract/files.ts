import { z } from 'zod';
import { Id } from './primitives.ts';

/** A file one has stored: `POST /files` answers with it, `GET /files/:id` with its bytes. `type` is what the bytes show; `size` in bytes. */
export const StoredFile = z.object({ id: Id, name: z.string(), size: z.int(), type: z.string(), sha256: z.string() });
export type StoredFile = z.infer<typeof StoredFile>;
