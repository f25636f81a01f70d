import type { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** A table as a backup sees it: `name` is `schema.table`, `columns` those that are stored, not computed. */
export interface Table {
  name: string;
  columns: string[];
}

/** The queue's schema is left out: jobs and outbox rows of our own tables say what is to be done, and the queue is filled from them. */
const NOT_OURS = ['public', 'information_schema', 'pgboss'];

const OURS = 'n.nspname <> all($1) and n.nspname not like \'pg\\_%\'';

const TABLES = `
  select format('%s.%s', n.nspname, c.relname) as name,
         array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
         array(select format('%s.%s', fn.nspname, fc.relname) from pg_constraint k join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
                where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${OURS} order by 1`;

/** Connects with the settings under which COPY writes the same text everywhere. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("set timezone to 'UTC'; set datestyle to 'ISO'; set intervalstyle to 'postgres'; set extra_float_digits to 1; set bytea_output to 'hex'");
  return client;
}

/** Our schemas, of every room. */
export const schemasOf = async (client: pg.Client): Promise<string[]> =>
  (await client.query<{ name: string }>(`select n.nspname as name from pg_namespace n where ${OURS} order by 1`, [NOT_OURS])).rows.map(({ name }) => name);

/** Our tables, each after those its foreign keys point to. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const waiting = new Map((await client.query<Table & { needs: string[] }>(TABLES, [NOT_OURS])).rows.map((table) => [table.name, table]));
  const ordered: Table[] = [];
  while (waiting.size) {
    const next = [...waiting.values()].find((table) => !table.needs.some((name) => waiting.has(name)));
    if (!next) throw new Error(`foreign keys go in a circle: ${[...waiting.keys()].join(', ')}`);
    waiting.delete(next.name);
    ordered.push({ name: next.name, columns: next.columns });
  }
  return ordered;
}

const quoted = (name: string) => name.split('.').map(pg.escapeIdentifier).join('.');
const listed = (columns: string[]) => columns.map(pg.escapeIdentifier).join(', ');

/** All rows as COPY text, in an order that depends on nothing but the rows. */
export const copyOut = (client: pg.Client, { name, columns }: Table): Readable =>
  client.query(copyTo(`copy (select ${listed(columns)} from ${quoted(name)} t order by t::text collate "C") to stdout`));

/** Takes COPY text into the table. */
export const copyIn = (client: pg.Client, { name, columns }: Table) => client.query(copyFrom(`copy ${quoted(name)} (${listed(columns)}) from stdin`));

export const countOf = async (client: pg.Client, { name }: Table): Promise<number> => Number((await client.query<{ rows: string }>(`select count(*) as rows from ${quoted(name)}`)).rows[0]!.rows);

/** Empties the table and lets its triggers rest: what they would write is in the backup too. Foreign keys stay checked. */
export const prepare = (client: pg.Client, { name }: Table) => client.query(`delete from ${quoted(name)}; alter table ${quoted(name)} disable trigger user`);

/** Ends what `prepare` began. */
export const finish = (client: pg.Client, { name }: Table) => client.query(`alter table ${quoted(name)} enable trigger user`);

export const sequencesOf = async (client: pg.Client): Promise<{ name: string; value: string }[]> =>
  (await client.query<{ name: string; value: string }>(
    "select format('%I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences where last_value is not null and schemaname <> all($1) and schemaname not like 'pg\\_%' order by 1", [NOT_OURS],
  )).rows;
