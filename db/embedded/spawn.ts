import { type ChildProcess, spawn } from 'node:child_process';
import { lchownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** As whom postgres runs: it refuses to run as root. */
export interface Account {
  name: 'plain' | 'unshare' | 'uid';
  prefix: string[];
  ids: { uid?: number; gid?: number };
  /** who must own the files, seen from this process; undefined = they are ours already */
  owner?: { uid: number; gid: number };
}

const NOBODY = 65534;
const plain: Account = { name: 'plain', prefix: [], ids: {} };
/** Root outside, "nobody" inside its own user namespace: files stay root's, nothing is copied or chowned. */
const unshare: Account = {
  name: 'unshare', ids: {}, owner: { uid: 0, gid: 0 },
  prefix: ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'],
};
const user = (uid: number, gid: number): Account => ({ name: 'uid', prefix: [], ids: { uid, gid }, owner: { uid, gid } });

/** The first account that can run here and reach the directory; `mode` forces one. */
export async function chooseAccount(directory: string, mode?: string): Promise<Account> {
  if (mode === 'plain' || process.getuid?.() !== 0) return plain;
  const candidates = mode === 'unshare' ? [unshare] : mode === 'uid' ? [user(NOBODY, NOBODY)] : [unshare, user(NOBODY, NOBODY)];
  // a cluster of another user stays theirs: they must be able to start it again without root
  const cluster = lstatSync(join(directory, 'cluster'), { throwIfNoEntry: false });
  if (!mode && cluster && cluster.uid !== 0) candidates.unshift(user(cluster.uid, cluster.gid));
  const refusals: string[] = [];
  for (const account of candidates) {
    const probe = await run(account, ['sh', '-c', 'test -e "$0"', directory]);
    if (probe.code === 0) return account;
    refusals.push(`${account.name}${account.ids.uid ?? ''}: ${probe.output.trim() || 'the folder is not reachable for this user'}`);
  }
  throw new Error(`PostgreSQL does not run as root, and no other way works for ${directory} (${refusals.join('; ')}). `
    + 'Choose a folder every user can reach, start as an ordinary user, or set DATABASE_URL.');
}

/** Gives the path, with all in it, to the account. Contents before the folder itself: an interrupted walk is begun anew next time. */
export function giveTo(account: Account, path: string, contents = true): void {
  const { owner } = account;
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!owner || !stat || stat.uid === owner.uid) return;
  const walk = (p: string, folder: boolean) => {
    if (folder) for (const e of readdirSync(p, { withFileTypes: true })) walk(join(p, e.name), e.isDirectory());
    lchownSync(p, owner.uid, owner.gid);
  };
  walk(path, contents && stat.isDirectory());
}

/** PG* of the user's shell (PGPORT, PGOPTIONS, PGTZ ...) is meant for other servers. */
const environment = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));

/**
 * Starts a program as the account, in its own process group: Ctrl-C in the terminal reaches the application only,
 * which drains and then stops postgres.
 * `guarded`: the kernel sends SIGINT (fast shutdown) when we are gone, also after SIGKILL. The signal is tied to the thread
 * that spawns; it is set after the change of user, because such a change clears it; and the shell looks whether we died before.
 */
export function launch(account: Account, argv: string[], o: { guarded: boolean; out: number | 'pipe' }): ChildProcess {
  const guard = o.guarded ? ['setpriv', '--pdeathsig', 'INT', 'sh', '-c', '[ "$PPID" = "$0" ] && exec "$@"', String(process.pid)] : [];
  const [file, ...args] = [...account.prefix, ...guard, ...argv];
  return spawn(file!, args, {
    ...account.ids, detached: true, stdio: ['ignore', o.out, o.out], env: environment(),
    cwd: '/',   // ours may be closed to the account
  });
}

/** Runs a program to its end; `code` is null when it could not be started or was killed. */
export function run(account: Account, argv: string[], guarded = false): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = launch(account, argv, { guarded, out: 'pipe' });
    let output = '';
    child.stdout?.on('data', (b) => { output += b; });
    child.stderr?.on('data', (b) => { output += b; });
    child.once('error', (e) => resolve({ code: null, output: e.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** util-linux only; elsewhere an orphan after SIGKILL is possible, the next start attaches to it. */
export const canGuard = async (account: Account) => (await run(account, ['true'], true)).code === 0;
