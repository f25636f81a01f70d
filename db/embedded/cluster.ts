import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Binaries } from './binaries.ts';
import { type Account, giveTo, run } from './spawn.ts';

export type Role = 'postgres' | 'zhixing_owner' | 'zhixing_app';
export type Passwords = Record<Role, string>;

/** The passwords of this directory's cluster; made before the cluster, because initdb needs one. */
export function passwordsOf(directory: string): Passwords {
  const path = join(directory, 'passwords.json');
  if (!existsSync(path)) {
    if (existsSync(join(directory, 'cluster'))) throw new Error(`${path} is missing, so nobody can log in to the database beside it. Put the file back from a backup.`);
    const password = () => randomBytes(24).toString('base64url');
    const made: Passwords = { postgres: password(), zhixing_owner: password(), zhixing_app: password() };
    writeFileSync(`${path}.new`, JSON.stringify(made, null, 2), { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Passwords;
}

/** Makes `cluster/` unless it is there: in a folder beside it, renamed when complete, so that it is never half a cluster. */
export async function makeCluster(directory: string, o: { binaries: Binaries; account: Account; guarded: boolean; password: string; sync: boolean }): Promise<void> {
  try {
    if (!existsSync(join(directory, 'cluster'))) await initdb(directory, o);
  } finally {
    // ours, and what killed starts left; last, when their initdb has stopped writing (else the next start removes it)
    for (const name of readdirSync(directory)) {
      if (name.startsWith('cluster.new-')) rmSync(join(directory, name), { recursive: true, force: true, maxRetries: 3 });
    }
  }
}

async function initdb(directory: string, o: Parameters<typeof makeCluster>[1]): Promise<void> {
  const making = mkdtempSync(join(directory, 'cluster.new-'));
  const data = join(making, 'data');
  const pwfile = join(making, 'password');
  writeFileSync(pwfile, o.password, { mode: 0o600 });
  giveTo(o.account, making);
  const { code, output } = await run(o.account, [
    join(o.binaries.folder, 'initdb'), '-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${pwfile}`,
    // the same order of strings on every machine and libc; Chinese order is asked for by COLLATE "zh-x-icu"
    '-E', 'UTF8', '--locale=C.UTF-8', ...(o.binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
    '--no-instructions', ...(o.sync ? [] : ['--no-sync']),
  ], o.guarded);
  if (code !== 0) throw new Error(`PostgreSQL could not make its cluster in ${directory} (initdb, exit code ${code}):\n${output.trim()}`);
  renameSync(data, join(directory, 'cluster'));
}

/** PostgreSQL reads only clusters of its own major version. */
export function checkVersion(directory: string, binaries: Binaries): void {
  const path = join(directory, 'cluster', 'PG_VERSION');
  if (!existsSync(path)) throw new Error(`${join(directory, 'cluster')} is not a PostgreSQL cluster (it has no PG_VERSION). Move it away or choose another folder.`);
  const made = readFileSync(path, 'utf8').trim();
  if (Number(made) === binaries.major) return;
  throw new Error(`The database in ${directory} was made by PostgreSQL ${made}, but the one here is PostgreSQL ${binaries.version} (${binaries.folder}). `
    + `Start it with PostgreSQL ${made}, move it with pg_dump or pg_upgrade, or choose another folder.`);
}

/** The two roles beside the superuser. Neither can create in schema public: since PostgreSQL 15 only the owner of a database can. */
export async function makeRoles(url: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const role of ['zhixing_owner', 'zhixing_app'] as const) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
      if (!rowCount) await client.query(`create role ${role} login password ${pg.escapeLiteral(passwords[role])}`);
    }
  } finally {
    await client.end();
  }
}
