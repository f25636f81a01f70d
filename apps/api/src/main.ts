import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createApp, Metrics, readConfig, Worker } from '@zhixing/platform/api';
import { rooms } from './rooms.ts';

/** What serves: its address, and how it ends in good order. */
export interface Serving {
  url: string;
  close(): Promise<void>;
}

/**
 * The API and the pages on one port. With `worker` also what otherwise is a process of its own, so that `npm start` is one process.
 * Used by `npm run start:api`, `npm start` and `npm run dev`.
 */
export async function serve(environment: Record<string, string | undefined>, webDirectory: string, o: { worker: boolean }): Promise<Serving> {
  const config = readConfig(environment);
  const app = await createApp(rooms, config, existsSync(webDirectory) ? webDirectory : undefined);
  await app.get(Metrics).listen();
  await app.listen(config.port, config.host);
  const worker = o.worker ? await Worker.open(app, rooms) : undefined;
  await worker?.start();
  const close = async () => {
    await worker?.stop();
    await app.close();
  };
  return { url: await app.getUrl(), close };
}

const { ZHIXING_PROCESS } = process.env;
if (ZHIXING_PROCESS === 'api' || ZHIXING_PROCESS === 'all') {
  try {
    const serving = await serve(process.env, resolve('apps/web/dist'), { worker: ZHIXING_PROCESS === 'all' });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void serving.close().then(() => process.exit(0)));
    console.log(`Zhixing listens at ${serving.url}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
