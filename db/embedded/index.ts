import { mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import { checkVersion, makeCluster, makeRoles, passwordsOf, type Role } from './cluster.ts';
import { lock } from './lock.ts';
import { livePort } from './postmaster.ts';
import { startPostgres } from './server.ts';
import { canGuard, chooseAccount, giveTo } from './spawn.ts';

export interface EmbeddedServer {
  /** of the superuser, database postgres */
  url: string;
  /** for zhixing_owner: owns the databases, migrates */
  ownerUrl(database: string): string;
  /** for zhixing_app: runs, no DDL */
  appUrl(database: string): string;
  port: number;
  /** another process runs it; stop() leaves it alone, and it ends with that process */
  attached: boolean;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL of this directory, or attaches to it when another process runs it already.
 * The directory is made when missing and holds `cluster/`, `passwords.json` (0600) and `postgres.log`.
 * The server listens on a free port of 127.0.0.1 and ends with this process, however that ends (Linux).
 * As root it runs in a user namespace, else as uid 65534, or as the user who owns the cluster.
 * `ZHIXING_POSTGRES_MODE` = `plain` | `unshare` | `uid` (how it is started) | `system` (not the PostgreSQL of npm) forces a way, for tests.
 * @param o.settings of postgresql.conf, e.g. `{ fsync: 'off' }`
 * @throws Error with the last lines of the PostgreSQL log when it does not start
 */
export async function startEmbedded(o: { directory: string; settings?: Record<string, string> }): Promise<EmbeddedServer> {
  mkdirSync(dirname(o.directory), { recursive: true });   // open: uid 65534 may have to pass
  mkdirSync(o.directory, { recursive: true, mode: 0o700 });
  const directory = realpathSync(o.directory);
  const release = await lock(directory);
  try {
    const passwords = passwordsOf(directory);
    const urlAt = (port: number, role: Role = 'postgres', database = 'postgres') =>
      `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
    const server = (port: number, stop?: () => Promise<void>): EmbeddedServer => ({
      url: urlAt(port), port, attached: !stop, stop: stop ?? (async () => {}),
      ownerUrl: (database) => urlAt(port, 'zhixing_owner', database),
      appUrl: (database) => urlAt(port, 'zhixing_app', database),
    });

    const running = await livePort(join(directory, 'cluster'), urlAt);
    if (running) return server(running);

    const mode = process.env.ZHIXING_POSTGRES_MODE;
    const account = await chooseAccount(directory, mode === 'system' ? undefined : mode);
    const binaries = await findBinaries(account, mode);
    const guarded = await canGuard(account);
    for (const name of ['cluster', 'passwords.json', 'postgres.log', '.']) giveTo(account, join(directory, name), name !== '.');
    await makeCluster(directory, { binaries, account, guarded, password: passwords.postgres, sync: o.settings?.fsync !== 'off' });
    checkVersion(directory, binaries);
    const { port, stop } = await startPostgres(directory, { binaries, account, guarded, urlAt, settings: o.settings });
    await makeRoles(urlAt(port), passwords).catch(async (e) => { await stop(); throw e; });
    return server(port, stop);
  } finally {
    release();
  }
}

/** Creates the database, owned by zhixing_owner, unless it is there; as a copy of `template` when given. */
export async function ensureDatabase(server: Pick<EmbeddedServer, 'url'>, name: string, o: { template?: string } = {}): Promise<void> {
  const client = new pg.Client(server.url);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const template = o.template ? ` template ${pg.escapeIdentifier(o.template)} strategy file_copy` : '';
    await client.query(`create database ${pg.escapeIdentifier(name)} owner zhixing_owner${template}`);
  } catch (e) {
    const { code } = e as { code?: string };
    if (code !== '42P04' && code !== '23505') throw e;   // else another process created it in between
  } finally {
    await client.end();
  }
}
