import { join } from 'node:path';
import { buildIfStale, bundle, dataDirectory, isDemo, loginSecret, openDatabase } from './workspace.ts';

// `node apps/api/src/command.ts NAME …` runs a command of the server beside or without `npm start`: build if stale, database, migrations,
// then the default export of the bundled NAME.js with the arguments and the environment of an API process.

/** What a command is given: its arguments, and the environment with both roles of the database. */
export type Command = (args: string[], environment: Record<string, string | undefined>) => Promise<void>;

async function run([name, ...args]: string[]): Promise<void> {
  const directory = dataDirectory();
  buildIfStale();
  const { app, owner, stop } = await openDatabase(directory);
  try {
    await (await import(join(bundle, 'migrate.js'))).migrate(owner);
    const command = (await import(join(bundle, `${name}.js`))) as { default: Command };
    await command.default(args, {
      LOG_LEVEL: 'warn', ...process.env, DEMO: isDemo() ? '1' : '0', DATA_DIR: directory, DATABASE_URL: app, DATABASE_MIGRATE_URL: owner, LOGIN_SECRET: process.env.LOGIN_SECRET || loginSecret(directory),
    });
  } finally {
    await stop();
  }
}

run(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
