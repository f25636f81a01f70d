import { createHmac, randomBytes } from 'node:crypto';
import type pg from 'pg';

const OPEN = `
  insert into access.login (id, token_hash, person_id, created_at, seen_at, address, device)
  select gen_random_uuid(), decode(l.hash, 'hex'), l.person, platform.now(), platform.now(), '127.0.0.1', 'bench' from json_to_recordset($1) as l(hash text, person uuid)`;

/** Signs the persons in, as a server with this secret keys their tokens. @returns their cookies by person */
export async function openLogins(client: pg.Client, persons: readonly string[], secret: string): Promise<Map<string, string>> {
  const tokens = new Map(persons.map((person) => [person, randomBytes(32).toString('base64url')]));
  const hash = (token: string) => createHmac('sha256', secret).update(token).digest('hex');
  await client.query(OPEN, [JSON.stringify([...tokens].map(([person, token]) => ({ person, hash: hash(token) })))]);
  return new Map([...tokens].map(([person, token]) => [person, `__Host-login=${token}`]));
}
