import { AnswerKeeper } from './answer-keeper.ts';

const OFFLINE = new Error('offline');
const questions = [{ id: 'a', answer: [], sequence: 0 }, { id: 'b', answer: ['1'], sequence: 3 }];

/** A server that may be out of reach, a drawer of this device, and pauses that end when the test says so. */
function surroundings() {
  const drawer = new Map<string, string>();
  const stored = new Map<string, { choices: string[]; sequence: number }>([['a', { choices: [], sequence: 0 }], ['b', { choices: ['1'], sequence: 3 }]]);
  const pauses: (() => void)[] = [];
  const world = {
    drawer, stored, pauses, requests: 0, failing: 0, refusing: false,
    around: {
      storage: { getItem: (key: string) => drawer.get(key) ?? null, setItem: (key: string, value: string) => void drawer.set(key, value), removeItem: (key: string) => void drawer.delete(key) },
      temporary: (error: unknown) => error === OFFLINE,
      wait: (run: () => void) => pauses.push(run),
      send: async (answers: { questionId: string; sequence: number; choices: string[] }[]) => {
        world.requests += 1;
        await Promise.resolve();
        if (world.refusing) throw new Error('submitted');
        if (world.failing > 0) {
          world.failing -= 1;
          throw OFFLINE;
        }
        for (const { questionId, ...answer } of answers) if (answer.sequence > stored.get(questionId)!.sequence) stored.set(questionId, answer);
        return { saved: answers.map(({ questionId }) => ({ questionId, sequence: stored.get(questionId)!.sequence })) };
      },
    },
  };
  return world;
}

const settle = async () => { for (let turn = 0; turn < 20; turn++) await Promise.resolve(); };

test('an answer goes out with the next sequence and leaves the drawer once confirmed', async () => {
  const world = surroundings();
  const keeper = new AnswerKeeper('t', questions, world.around);
  keeper.answer('b', ['2']);
  expect(world.drawer.size).toBe(1);
  expect(keeper.snapshot().state).toBe('saving');
  await settle();
  expect(world.stored.get('b')).toEqual({ choices: ['2'], sequence: 4 });
  expect(keeper.snapshot()).toMatchObject({ state: 'saved', unsaved: 0 });
  expect(world.drawer.size).toBe(0);
});

test('answers changed while a request is under way go with the next one, the last choice wins', async () => {
  const world = surroundings();
  const keeper = new AnswerKeeper('t', questions, world.around);
  keeper.answer('a', ['1']);
  keeper.answer('a', ['1', '2']);
  keeper.answer('a', ['2']);
  await settle();
  expect(world.stored.get('a')).toEqual({ choices: ['2'], sequence: 3 });
  expect(world.requests).toBe(2);
});

test('a failed network is tried again until the answer is stored', async () => {
  const world = surroundings();
  world.failing = 2;
  const keeper = new AnswerKeeper('t', questions, world.around);
  keeper.answer('a', ['1']);
  await settle();
  expect(keeper.snapshot()).toMatchObject({ state: 'retrying', unsaved: 1 });
  world.pauses.shift()!();
  await settle();
  expect(keeper.snapshot().state).toBe('retrying');
  world.pauses.shift()!();
  await settle();
  expect(keeper.snapshot()).toMatchObject({ state: 'saved', unsaved: 0 });
  expect(world.stored.get('a')?.choices).toEqual(['1']);
});

test('an answer given during the pause is not lost', async () => {
  const world = surroundings();
  world.failing = 1;
  const keeper = new AnswerKeeper('t', questions, world.around);
  keeper.answer('a', ['1']);
  await settle();
  keeper.answer('b', ['4']);
  await settle();
  expect(world.stored.get('a')?.choices).toEqual(['1']);
  expect(world.stored.get('b')?.choices).toEqual(['4']);
  expect(keeper.snapshot().unsaved).toBe(0);
});

test('many answers without a network wait together, not each by itself', async () => {
  const world = surroundings();
  world.failing = 3;
  const keeper = new AnswerKeeper('t', questions, world.around);
  for (const choice of ['1', '2', '3']) {
    keeper.answer('a', [choice]);
    await settle();
  }
  expect(world.pauses).toHaveLength(1);
  world.pauses[0]!();
  await settle();
  expect(world.stored.get('a')?.choices).toEqual(['3']);
});

test('after a reload the unconfirmed answer is shown and sent', async () => {
  const world = surroundings();
  world.failing = 1;
  new AnswerKeeper('t', questions, world.around).answer('a', ['3']);
  await settle();
  const again = new AnswerKeeper('t', questions, world.around);
  expect(again.snapshot().answers.a).toEqual({ choices: ['3'], sequence: 1 });
  again.start();
  await settle();
  expect(world.stored.get('a')?.choices).toEqual(['3']);
  expect(world.drawer.size).toBe(0);
});

test('a kept answer that is older than the server’s is dropped', () => {
  const world = surroundings();
  world.drawer.set('zhixing.answers.t', JSON.stringify({ b: { choices: ['9'], sequence: 2 } }));
  const keeper = new AnswerKeeper('t', questions, world.around);
  expect(keeper.snapshot().answers.b).toEqual({ choices: ['1'], sequence: 3 });
  expect(world.drawer.size).toBe(0);
});

test('when another device wrote meanwhile, the choice on this screen goes out above it', async () => {
  const world = surroundings();
  const keeper = new AnswerKeeper('t', questions, world.around);
  world.stored.set('a', { choices: ['2'], sequence: 5 });
  keeper.answer('a', ['1']);
  await settle();
  expect(world.stored.get('a')).toEqual({ choices: ['1'], sequence: 6 });
  expect(keeper.snapshot().unsaved).toBe(0);
});

test('a paper read again brings answers of another device, and only newer ones', () => {
  const world = surroundings();
  const keeper = new AnswerKeeper('t', questions, world.around);
  keeper.learn([{ id: 'a', answer: ['2'], sequence: 1 }, { id: 'b', answer: [], sequence: 1 }]);
  expect(keeper.snapshot().answers).toEqual({ a: { choices: ['2'], sequence: 1 }, b: { choices: ['1'], sequence: 3 } });
});

test('a refusal stops further answers', async () => {
  const world = surroundings();
  world.refusing = true;
  const keeper = new AnswerKeeper('t', questions, world.around);
  keeper.answer('a', ['1']);
  await settle();
  keeper.answer('a', ['2']);
  expect(keeper.snapshot()).toMatchObject({ state: 'refused', answers: { a: { choices: ['1'] } } });
});

test('flush says whether everything is stored', async () => {
  const world = surroundings();
  const keeper = new AnswerKeeper('t', questions, world.around);
  keeper.answer('a', ['1']);
  await expect(keeper.flush()).resolves.toBe(true);
  world.failing = 1;
  keeper.answer('a', ['2']);
  await expect(keeper.flush()).resolves.toBe(false);
});
