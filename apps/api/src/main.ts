import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createApp, Metrics, readConfig } from '@zhixing/platform/api';
import { rooms } from './rooms.ts';

/** The API and the pages on one port; drains on SIGINT and SIGTERM. Used by `npm run start:api` and, in one process with the database, by `npm start`. */
export async function serve(environment: Record<string, string | undefined>, webDirectory: string) {
  const config = readConfig(environment);
  const app = await createApp(rooms, config, existsSync(webDirectory) ? webDirectory : undefined);
  await app.get(Metrics).listen();
  await app.listen(config.port, config.host);
  return app;
}

if (process.env.ZHIXING_PROCESS === 'api') {
  try {
    const app = await serve(process.env, resolve('apps/web/dist'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close().then(() => process.exit(0)));
    console.log(`Zhixing listens at ${await app.getUrl()}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
