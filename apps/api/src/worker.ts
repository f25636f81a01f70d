import { createWorkerContext, Metrics, readConfig, Worker } from '@zhixing/platform/api';
import { rooms } from './rooms.ts';

// The worker as a process of its own (`npm run start:worker`): events, exports, clean-up; no HTTP. Any number may run.
if (process.env.ZHIXING_PROCESS === 'worker') {
  try {
    const app = await createWorkerContext(rooms, readConfig(process.env));
    await app.get(Metrics).listen();
    const worker = await Worker.open(app, rooms);
    await worker.start();
    const end = async () => {
      await worker.stop();
      await app.close();
      process.exit(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
    console.log('The Zhixing worker is running');
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
