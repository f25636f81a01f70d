import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the API as production runs it, and beside it the parts of this benchmark that import the rooms. @returns the folder of those parts */
export async function bundle(): Promise<string> {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run', '@zhixing/app-api:build', '--output-style=static'], { cwd: root, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false' } });
  if (status !== 0) throw new Error(stdout);
  const dir = join(root, 'bench/dist');
  const built = await rolldown({
    input: { bank: join(root, 'bench/http/bank.ts'), bare: join(root, 'bench/http/bare.ts'), 'people-bank': join(root, 'bench/http/people-bank.ts'), 'plans-bank': join(root, 'bench/http/plans-bank.ts'),
      'pdf-thread': join(root, 'libs/recognition/api/pdf/pdf-thread.ts') },
    platform: 'node',
    tsconfig: join(root, 'apps/api/tsconfig.json'),
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^@(zhixing|oxc-project)\//.test(id),
  });
  await built.write({ dir, format: 'esm', sourcemap: true, cleanDir: true, keepNames: true });
  await built.close();
  return dir;
}
