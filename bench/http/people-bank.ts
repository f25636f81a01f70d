import { cpSync } from 'node:fs';
import { DEMO_PASSWORD, hashPassword } from '@zhixing/access/api';
import { seedBank } from '@zhixing/db/seeds';
import pg from 'pg';
import { openLogins } from './logins.ts';

/** Those who may search everybody. */
const ADMINISTRATORS = `select person_id as person from people.role_grant where role = 'system_admin' order by id limit 20`;

/** Five ways to look for the same thousand people: two hanzi of the name, its first four letters and more, initials, staff number, mail. */
const WORDS = `
  select unnest(array[left(display_name, 2), right(display_name, 2), left(pinyin, 4 + length(pinyin) % 4), initials, lower(left(staff_number, 7)), left(mail, 6)]) as word
    from (select * from people.person where active and length(display_name) >= 2 and length(initials) >= 2 order by md5(id::text) limit 1000) p
   order by md5(id::text || 'words')`;

/** Seeds the database of `url` (owner) with people alone and signs administrators in, as `secret` keys their tokens. */
export async function makePeopleBank(url: string, o: { employees: number; secret: string; demoFiles: string }): Promise<{ managers: { cookie: string; people: number }[]; words: string[] }> {
  cpSync(o.demoFiles, new URL('./demo', import.meta.url).pathname, { recursive: true });   // the bundle looks for them beside itself
  await seedBank(url, { employees: o.employees, learning: 'none', passwordHash: await hashPassword(DEMO_PASSWORD) });
  const client = new pg.Client(url);
  await client.connect();
  try {
    const administrators = (await client.query<{ person: string }>(ADMINISTRATORS)).rows.map((row) => row.person);
    const cookies = await openLogins(client, administrators, o.secret);
    const words = (await client.query<{ word: string }>(WORDS)).rows.map((row) => row.word);
    return { managers: [...cookies.values()].map((cookie) => ({ cookie, people: 0 })), words };
  } finally {
    await client.end();
  }
}
