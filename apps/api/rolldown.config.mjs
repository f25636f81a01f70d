import { cp } from 'node:fs/promises';
import { defineConfig } from 'rolldown';

/** The demo courses are files; they stand beside the bundle as they stand beside their room's code. */
const demoFiles = { name: 'demo-files', writeBundle: () => cp('../../libs/courses/api/demo', 'dist/demo', { recursive: true }) };

export default defineConfig({
  input: {
    main: 'src/main.ts', worker: 'src/worker.ts', demo: 'src/demo.ts', migrate: 'src/migrate.ts', 'data-source': 'src/data-source.ts',
    // the thread that reads files of the HR system
    'table-thread': '../../libs/people/api/hr-imports/table-thread.ts',
    // commands
    'import-course': 'src/import-course.ts', seed: 'src/seed.ts', backup: 'src/backup.ts', restore: 'src/restore.ts', 'audit-verify': 'src/audit-verify.ts', 'figures-verify': 'src/figures-verify.ts',
  },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^@(zhixing|oxc-project)\//.test(id),
  plugins: [demoFiles],
  output: { dir: 'dist', format: 'esm', sourcemap: true, cleanDir: true, keepNames: true },
});
