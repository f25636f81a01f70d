import { createWorkerContext, Database, readConfig } from '@zhixing/platform/api';
import { rooms } from './rooms.ts';

/** How many rows that differ are named; the count is of all. */
const NAMED = 20;

/** Recomputes from raw rows every figure that is kept ready for reading. @throws Error naming the rows that differ, so that the command ends with 1 */
export default async function figuresVerify(_: string[], environment: Record<string, string | undefined>): Promise<void> {
  const app = await createWorkerContext(rooms, readConfig({ ...environment, DEMO: '0' }));
  const flaws: string[] = [];
  try {
    for (const { title, disagreements } of rooms.flatMap((room) => room.figures ?? [])) {
      const rows = await app.get(Database).rows<{ what: string; id: string }>(disagreements);
      console.log(`${rows.length ? `${rows.length} differ` : 'equal'}: ${title}`);
      flaws.push(...rows.slice(0, NAMED).map(({ what, id }) => `${what} ${id}`));
    }
  } finally {
    await app.close();
  }
  if (flaws.length) throw new Error(`Figures that are not what their raw rows come to:\n${flaws.join('\n')}`);
}
