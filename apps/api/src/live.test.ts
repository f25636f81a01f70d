import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { clientOf } from '@zhixing/access/testing';
import { article, makeCourse } from '@zhixing/courses/testing';
import { makePerson } from '@zhixing/people/testing';
import { live, LiveStreams } from '@zhixing/platform/api';
import { type TestApplication, testApp, type TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { rooms } from './rooms.ts';

let bank: TestApplication;
let other: TestApplication;
const origins = new Map<TestApplication, string>();

beforeAll(async () => {
  // two API processes on one database would be the same two applications
  [bank, other] = [await testApp(rooms), await testApp(rooms)];
  for (const one of [bank, other]) {
    await one.app.listen(0, '127.0.0.1');
    origins.set(one, await one.app.getUrl());
  }
});
afterAll(async () => {
  await Promise.all([bank.close(), other.close()]);
});

interface Heard {
  id: string;
  topic: string;
  key: string;
  data: { n?: number };
}

/** An open stream: `next()` waits for its next message, undefined once it has ended. */
async function listen(at: TestApplication, client: TestClient, topics: string, heard?: string) {
  const answer = await fetch(`${origins.get(at)}/api/v1/events?topics=${topics}`, { headers: { ...client.headers, ...(heard && { 'last-event-id': heard }) } });
  if (!answer.ok) return { status: answer.status, next: async () => undefined, close: async () => undefined, headers: answer.headers };
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<Heard | undefined> => {
    for (;;) {
      const found = /id: (\S+)\ndata: (.*)\n\n/.exec(text);
      if (found) {
        text = text.slice(found.index + found[0].length);
        return { id: found[1]!, ...JSON.parse(found[2]!) };
      }
      const { value, done } = await reader.read();
      if (done) return undefined;
      text += value;
    }
  };
  return { status: answer.status, next, close: () => reader.cancel(), headers: answer.headers };
}

const someone = async (o: Parameters<typeof makePerson>[1] = {}) => {
  const { id } = await bank.write((tx) => makePerson(tx, o));
  return { id, client: await clientOf(bank, id) };
};
const say = async (key: string, n: number) => {
  await bank.write((tx) => live(tx, 'team', key, { n }));
  await bank.work();
};

test('a page hears what is said after it opened, in both processes; not what others ask for', async () => {
  const [me, you] = [await someone(), await someone()];
  const [here, there, elsewhere] = [await listen(bank, me.client, `team:${me.id}`), await listen(other, me.client, `team:${me.id}`), await listen(other, you.client, `team:${you.id}`)];
  expect({ status: here.status, type: here.headers.get('content-type'), frames: here.headers.get('content-security-policy') }).toEqual({ status: 200, type: 'text/event-stream; charset=utf-8', frames: expect.stringContaining("frame-ancestors 'none'") });
  await say(me.id, 1);
  await say(you.id, 2);
  for (const stream of [here, there]) expect(await stream.next()).toMatchObject({ topic: 'team', key: me.id, data: { n: 1 } });
  expect(await elsewhere.next()).toMatchObject({ key: you.id, data: { n: 2 } });
  await Promise.all([here.close(), there.close(), elsewhere.close()]);
});

test.each(['in the header', 'in the address'])('who comes back with the id of the last event (%s) gets what was missed, once and in order', async (way) => {
  const me = await someone();
  const before = await listen(bank, me.client, `team:${me.id}`);
  await say(me.id, 1);
  const { id } = (await before.next())!;
  await before.close();
  for (const n of [2, 3, 4]) await say(me.id, n);
  const after = way === 'in the header' ? await listen(other, me.client, `team:${me.id}`, id) : await listen(other, me.client, `team:${me.id}&after=${id}`);
  await say(me.id, 5);
  const heard = [];
  for (let i = 0; i < 4; i++) heard.push((await after.next())!.data.n);
  expect(heard).toEqual([2, 3, 4, 5]);
  await after.close();
});

test('incident-5 topics of others and unknown ones are not found; none at all is invalid', async () => {
  const [me, you] = [await someone(), await someone()];
  for (const [topics, status] of [[`team:${you.id}`, 404], [`job:${uuid()}`, 404], ['weather:today', 404], ['', 400], ['team', 400]] as const)
    expect({ topics, status: (await listen(bank, me.client, topics)).status }).toEqual({ topics, status });
});

test('asvs-47 a stream ends when its login does', async () => {
  const me = await someone();
  const stream = await listen(bank, me.client, `team:${me.id}`);
  await me.client.post('/auth/logout');
  await bank.app.get(LiveStreams).beat();
  expect(await stream.next()).toBeUndefined();
});

test('asvs-47 the open stream of a person who is shut out ends at the next beat, their file is no longer theirs to fetch', async () => {
  const me = await someone();
  const hr = await someone({ roles: ['security_admin'] });
  const file = (await me.client.upload('/files', 'a.txt', new TextEncoder().encode('x'), { 'idempotency-key': uuid() })).body.id;
  expect((await me.client.get(`/files/${file}`)).status).toBe(200);
  const stream = await listen(bank, me.client, `team:${me.id}`);
  expect((await hr.client.post(`/people/${me.id}/disable`)).status).toBe(200);
  await bank.app.get(LiveStreams).beat();
  expect(await stream.next()).toBeUndefined();
  expect((await me.client.get(`/files/${file}`)).status).toBe(401);
  expect((await me.client.get(`/events?topics=team:${me.id}`)).status).toBe(401);
});

test('the eleventh stream of a person is refused, the ten go on', async () => {
  const me = await someone();
  const streams = [];
  for (let i = 0; i < 10; i++) streams.push(await listen(bank, me.client, `team:${me.id}`));
  expect(await me.client.get(`/events?topics=team:${me.id}`)).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
  await say(me.id, 7);
  for (const stream of streams) expect((await stream.next())!.data).toEqual({ n: 7 });
  await Promise.all(streams.map((stream) => stream.close()));
});

test('a finished course is news for every manager above, and for nobody else', async () => {
  const head = await someone();
  const manager = await someone({ manager: head.id });
  const [employee, colleague] = [await someone({ manager: manager.id }), await someone({ manager: manager.id })];
  const course = await bank.write((tx) => makeCourse(tx, [article('a')]));
  const streams = await Promise.all([head, manager, colleague].map((one) => listen(other, one.client, `team:${one.id}`)));
  const registration = (await employee.client.post(`/courses/${course.id}/registrations`)).body.id;
  for (const kind of ['opened', 'marked_done']) await employee.client.post(`/registrations/${registration}/lessons/a/events`, { id: uuid(), kind, clientTime: '2026-01-01T00:00:00.000Z' });
  await bank.work();
  await say(colleague.id, 9);
  expect((await streams[0]!.next())!.key).toBe(head.id);
  expect((await streams[1]!.next())!.key).toBe(manager.id);
  expect(await streams[2]!.next()).toMatchObject({ data: { n: 9 } });
  await Promise.all(streams.map((stream) => stream.close()));
});
