import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import pg from 'pg';
import { ensureDatabase, startEmbedded } from './index.ts';
import { type Application, launchApplication, removeCopies, startApplication, until } from './testing/application.ts';

const root = process.getuid?.() === 0;
const ORDINARY = 65534;
const system = existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').some((v) => Number(v) >= 15);
const namespaces = root && spawnSync('unshare', ['--user', '--map-user=65534', '--map-group=65534', '--', 'true']).status === 0;
const asRoot = root ? test : test.skip;                     // only root can become others
const inNamespace = namespaces ? test : test.skip;          // some containers forbid them

jest.setTimeout(30_000);   // many processes on two cores

let directory: string;   // each test's own, empty
let made: string;        // one with a cluster, to copy where making it is not the subject
const started: Promise<Application>[] = [];
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'zhixing-embedded-'));
  await (await startEmbedded({ directory: made })).stop();
});
beforeEach(() => { directory = mkdtempSync(join(tmpdir(), 'zhixing-embedded-')); });
afterEach(async () => {
  for (const a of await Promise.allSettled(started.splice(0))) if (a.status === 'fulfilled') await a.value.end();
  rmSync(directory, { recursive: true, force: true });
});
afterAll(() => {
  rmSync(made, { recursive: true, force: true });
  removeCopies();
});
const useMade = () => { spawnSync('cp', ['-a', `${made}/.`, directory]); };

const start = (o?: Parameters<typeof startApplication>[1]) => {
  if (o?.uid) spawnSync('chown', ['-R', `${o.uid}:${o.uid}`, directory]);
  const application = startApplication(directory, o);
  started.push(application);
  return application;
};
async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  return await client.query(sql).then((r) => r.rows).finally(() => client.end());
}
const postmaster = () => Number(readFileSync(join(directory, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);
/** the processes that work in this cluster: postmaster and all its children */
const processes = () => readdirSync('/proc').filter((pid) => {
  try {
    return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === join(directory, 'cluster');
  } catch {
    return false;
  }
});
const userOf = (pid: number) => Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);

describe('starting', () => {
  inNamespace('as root, in a user namespace: the files stay root\'s', async () => {
    const { url } = await start({ mode: 'unshare' });
    expect(await query(url, 'select current_user as name')).toEqual([{ name: 'postgres' }]);
    expect(readlinkSync(`/proc/${postmaster()}/ns/user`)).not.toBe(readlinkSync('/proc/self/ns/user'));
    expect(statSync(join(directory, 'cluster')).uid).toBe(0);
    expect(statSync(join(directory, 'passwords.json')).mode & 0o777).toBe(0o600);
  });

  inNamespace('as root by uid, and back to a namespace with the same data', async () => {
    const first = await start({ mode: 'uid' });
    expect(userOf(postmaster())).toBe(ORDINARY);
    await query(first.url, 'create table kept as select 1 as n');
    await first.end();
    const second = await start({ mode: 'unshare' });
    expect(userOf(postmaster())).toBe(0);
    expect(await query(second.url, 'select * from kept')).toEqual([{ n: 1 }]);
  });

  asRoot('as an ordinary user; root leaves such a cluster to its user', async () => {
    const first = await start({ uid: ORDINARY });
    expect(userOf(first.process.pid!)).toBe(ORDINARY);
    expect(userOf(postmaster())).toBe(ORDINARY);
    await first.end();
    const byRoot = await start();
    expect(userOf(postmaster())).toBe(ORDINARY);
    await byRoot.end();
    const again = await start({ uid: ORDINARY });
    expect(again.attached).toBe(false);
  });

  (system ? test : test.skip)(`with the system's PostgreSQL${system ? '' : ' (none of 15 or newer in /usr/lib/postgresql)'}; another version is named`, async () => {
    const application = await start({ mode: 'system' });
    const [{ version, collation }] = await query(application.url, `select current_setting('server_version_num')::int / 10000 as version, datcollate as collation from pg_database where datname = 'postgres'`) as [{ version: number; collation: string }];
    expect(version).toBeGreaterThanOrEqual(15);
    expect(collation).toBe('C.UTF-8');
    await application.end();
    if (version !== 18) await expect(startEmbedded({ directory })).rejects.toThrow(new RegExp(`made by PostgreSQL ${version}, .* PostgreSQL 18`));
  });

  test('says what PostgreSQL said when it does not start', async () => {
    useMade();
    await expect(startEmbedded({ directory, settings: { shared_buffers: 'plenty' } }))
      .rejects.toThrow(/invalid value for parameter "shared_buffers": "plenty"/);
  });
});

describe('roles', () => {
  test('a wrong password is refused; the owner creates, the application does not; nothing but 127.0.0.1 listens', async () => {
    const server = await startEmbedded({ directory, settings: { fsync: 'off' } });
    try {
      await Promise.all([ensureDatabase(server, 'bank'), ensureDatabase(server, 'bank')]);
      await expect(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password authentication failed/);
      await query(server.ownerUrl('bank'), 'create table t (n int)');
      await expect(query(server.appUrl('bank'), 'create table u (n int)')).rejects.toThrow(/permission denied for schema public/);
      await expect(query(server.appUrl('bank'), 'create database u')).rejects.toThrow(/permission denied/);
      await expect(query(server.ownerUrl('bank'), 'create role u')).rejects.toThrow(/permission denied/);
      expect(await query(server.url, `select name, setting from pg_settings where name in ('listen_addresses', 'unix_socket_directories') order by 1`))
        .toEqual([{ name: 'listen_addresses', setting: '127.0.0.1' }, { name: 'unix_socket_directories', setting: '' }]);
      await ensureDatabase(server, 'copy', { template: 'bank' });
      expect(await query(server.ownerUrl('copy'), 'select * from t')).toEqual([]);
    } finally {
      await server.stop();
    }
    expect(processes()).toEqual([]);
  });
});

describe('ending', () => {
  beforeEach(useMade);
  const ways = root ? [...(namespaces ? [{ mode: 'unshare' }] : []), { mode: 'uid' }, { uid: ORDINARY }] : [{}];
  test.each(ways)('kill -9 of the application leaves no postgres, and the data is there at the next start: %p', async (way) => {
    const first = await start(way);
    await query(first.url, 'create table kept as select 1 as n');
    expect(processes()).not.toEqual([]);
    first.process.kill('SIGKILL');
    const second = await start(way);   // at once: waits for the old server to leave
    expect(second.attached).toBe(false);
    expect(await query(second.url, 'select * from kept')).toEqual([{ n: 1 }]);
    second.process.kill('SIGKILL');
    await until('no postgres is left', () => processes().length === 0);
  });

  test('Ctrl-C reaches the application and not its database', async () => {
    const application = await start();
    process.kill(-application.process.pid!, 'SIGINT');
    expect(await application.line()).toBe('draining');
    expect(await query(application.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await application.end();
    expect(processes()).toEqual([]);
  });
});

describe('a directory in use', () => {
  test('a second start attaches, and its stop leaves the first running', async () => {
    useMade();
    const first = await start();
    const second = await startEmbedded({ directory });
    expect(second).toMatchObject({ attached: true, url: first.url });
    await second.stop();
    expect(await query(first.url, 'select 1 as n')).toEqual([{ n: 1 }]);

    renameSync(join(directory, 'passwords.json'), join(directory, 'mine.json'));
    writeFileSync(join(directory, 'passwords.json'), JSON.stringify({ postgres: 'other' }));
    await expect(startEmbedded({ directory })).rejects.toThrow(new RegExp(`pid ${postmaster()}, port ${first.port}.*password.*kill -INT ${postmaster()}`));
  });

  test('of four starts at once one wins and three attach', async () => {
    const all = await Promise.all([start(), start(), startEmbedded({ directory }), startEmbedded({ directory })]);
    expect(all.filter((s) => !s.attached)).toHaveLength(1);
    expect(new Set(all.map((s) => s.port)).size).toBe(1);
    expect(readdirSync(directory).sort()).toEqual(['cluster', 'passwords.json', 'postgres.log']);
    await Promise.all([all[2].stop(), all[3].stop()]);
  });
});

describe('after an accident', () => {
  test('a stale postmaster.pid is no obstacle, also when its number is another process by now', async () => {
    useMade();
    const pidFile = join(directory, 'cluster/postmaster.pid');
    const first = await start();
    cpSync(pidFile, join(directory, 'left'));
    await first.end();
    for (const pid of [process.pid, first.process.pid]) {   // living, dead
      writeFileSync(pidFile, readFileSync(join(directory, 'left'), 'utf8').replace(/^\d+/, String(pid)), { mode: 0o600 });
      const next = await start();
      expect(next.attached).toBe(false);
      await next.end();
    }
  });

  test('an initdb killed half way, and a lock of the dead, are repaired', async () => {
    const half = () => readdirSync(directory).find((name) => name.startsWith('cluster.new-') && existsSync(join(directory, name, 'data/base')));
    const killed = launchApplication(directory);
    await until('initdb is at work', half);
    killed.kill('SIGKILL');
    mkdirSync(join(directory, 'cluster.new-old/data'), { recursive: true });
    expect(existsSync(join(directory, 'cluster'))).toBe(false);
    const repaired = await start();
    expect(await query(repaired.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await repaired.end();
    await start();   // at the latest here nothing is left of it
    expect(readdirSync(directory).sort()).toEqual(['cluster', 'passwords.json', 'postgres.log']);
  });
});
