import { existsSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { alive } from './lock.ts';

/** What stands in the way of a connection (`lasting`: waiting will not help); undefined = nothing. */
export async function connectionProblem(url: string): Promise<{ lasting: boolean; message: string } | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});   // the server may leave between two lines; the promise below tells
  try {
    await client.connect();
    await client.query('select 1');
    return undefined;
  } catch (e) {
    const { message } = e as Error;
    // classes 57 (starting up, shutting down) and 53 (too many connections) pass, as does everything the network says
    return { lasting: e instanceof pg.DatabaseError && !/^5[37]/.test(e.code ?? ''), message };
  } finally {
    await client.end().catch(() => {});
  }
}

/** postmaster.pid: line 1 the process id, line 4 the port (https://www.postgresql.org/docs/18/storage-file-layout.html) */
function pidFile(cluster: string): { pid: number; port: number } | undefined {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** A postmaster works inside its cluster. What /proc does not show gets the benefit of the doubt. */
function serves(pid: number, cluster: string): boolean {
  if (!alive(pid)) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch { /* another user's process, or no /proc */ }
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return alive(pid);
  }
}

/**
 * The port of the postmaster that serves this cluster, once it takes our password; undefined when there is none.
 * Waits for one that is starting or shutting down (its owner was killed a moment ago).
 */
export async function livePort(cluster: string, urlAt: (port: number) => string, patience = 30_000): Promise<number | undefined> {
  const deadline = performance.now() + patience;
  for (;;) {
    const found = pidFile(cluster);
    if (!found) return undefined;
    if (!serves(found.pid, cluster)) {
      disown(cluster);
      return undefined;
    }
    const problem = found.port ? await connectionProblem(urlAt(found.port)) : { lasting: false, message: 'it has no port yet' };
    if (!problem) return found.port;
    if (problem.lasting || performance.now() > deadline) {
      throw new Error(`A running PostgreSQL (pid ${found.pid}, port ${found.port}) holds ${cluster}, but does not let us in: ${problem.message} (passwords.json must be the one made with the cluster). `
        + `Stop it (kill -INT ${found.pid}) and start again, or choose another folder.`);
    }
    await pause(50);
  }
}

/**
 * postgres refuses to start while the id in a stale postmaster.pid belongs to any living process of its user, but takes the id
 * of its parent for stale. So our id is put in, instead of removing the file: its shared memory key still shields
 * against backends that outlived their postmaster.
 */
function disown(cluster: string): void {
  const path = join(cluster, 'postmaster.pid');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(process.pid)));
}
