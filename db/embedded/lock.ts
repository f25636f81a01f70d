import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * When the process with this id began, undefined when there is none: id and beginning together name one process for good
 * (containers reuse small ids). A zombie is none. Without /proc the id must do.
 */
function began(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return existsSync('/proc/self/stat') ? undefined : '0';
  }
}

/** Whether a process with this id runs, whoever owns it. */
export const alive = (pid: number) => began(pid) !== undefined;

const NAME = /^start-(\d+)-(\d+)-.+\.lock$/;

/**
 * One start at a time in this directory. Everybody lays down a file of their own and goes on only when no other living
 * process has one there; of several at once the first by name keeps its file and waits, the others withdraw and come back.
 * The files of dead processes can be removed by anyone without a race, since each name is used once.
 */
export async function lock(directory: string, patience = 120_000): Promise<() => void> {
  const mine = `start-${process.pid}-${began(process.pid)}-${randomUUID()}.lock`;
  const release = () => rmSync(join(directory, mine), { force: true });
  const deadline = performance.now() + patience;
  for (;;) {
    writeFileSync(join(directory, mine), '');
    const others = readdirSync(directory).filter((name) => name !== mine && living(directory, name));
    if (!others.length) return release;
    if (others.some((name) => name < mine)) release();
    if (performance.now() > deadline) {
      release();
      throw new Error(`Another process (pid ${NAME.exec(others[0]!)?.[1]}) has been starting PostgreSQL in ${directory} for ${patience / 1000} s. Stop it, then start again.`);
    }
    await pause(20 + Math.random() * 30);
  }
}

function living(directory: string, name: string): boolean {
  const [, pid, since] = NAME.exec(name) ?? [];
  if (!pid) return false;
  if (began(Number(pid)) === since) return true;
  rmSync(join(directory, name), { force: true });
  return false;
}
