import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { messagesRoom } from '@zhixing/messages/api';
import { Digests, Sender } from '@zhixing/messages/testing';
import { until } from '@zhixing/db/embedded/testing';
import { peopleRoom } from '@zhixing/people/api';
import { makePerson } from '@zhixing/people/testing';
import { type Message, type MessageTemplate, notify, type Room, statement } from '@zhixing/platform/api';
import { type TestApplication, testApp } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { MailServer } from './testing/mail-server.ts';

const THINGS = { name: 'things', label: { zh: '事情', en: 'Things' } };
const DUTIES = { name: 'duties', label: { zh: '职责', en: 'Duties' } };
const template = (name: string, o: Pick<MessageTemplate, 'mail'> & Partial<MessageTemplate>): MessageTemplate =>
  ({ name: `things.${name}`, group: THINGS, title: { zh: '《{thing}》有变化', en: '{thing} changed' }, body: { zh: '第 {number} 次：{why}', en: 'For the {number}th time: {why}' }, ...o });
const atOnce = template('at_once', { mail: 'now' });
const gathered = template('gathered', { mail: 'digest' });
const duty = template('duty', { mail: 'now', group: DUTIES, mandatory: true });

@Module({})
class ThingsModule {}
const thingsRoom: Room = { name: 'things', module: ThingsModule, entities: [], permissions: {}, errors: {}, messages: [atOnce, gathered, duty] };
const rooms = [peopleRoom, accessRoom, messagesRoom, thingsRoom];

const HOUR = 3600;
let mail: MailServer;
let bank: TestApplication;
/** Another worker, whose server may stay silent for long. */
let other: TestApplication;

beforeAll(async () => {
  mail = await MailServer.start();
  const environment = { MAIL_FROM: '知行 <zhixing@bank.example>', PUBLIC_URL: 'https://zhixing.bank.example' };
  bank = await testApp(rooms, { ...environment, SMTP_URL: mail.url(1) });
  other = await testApp(rooms, { ...environment, SMTP_URL: mail.url(60) });
  // what other tests have left to be sent would be sent first
  await bank.database.rows(statement('test.clear_queue', `update messages.delivery set state = 'muted' where state in ('queued', 'waiting')`));
});
/** Rounds of a worker that is lost: they end with the server. */
const lost: Promise<void>[] = [];

afterAll(async () => {
  await mail.stop();
  await Promise.all(lost);
  await Promise.all([bank.close(), other.close()]);
});

/** The next noon in Beijing, outside of everybody's quiet hours. */
beforeEach(async () => {
  mail.mood = 'good';
  await untilBeijing(12);
});

const now = async () => (await bank.database.rows<{ now: Date }>(statement('test.now', 'select platform.now() as now')))[0]!.now;
async function untilBeijing(hour: number): Promise<void> {
  const at = (await now()).getTime() / 1000;
  const ofDay = (at + 8 * HOUR) % (24 * HOUR);
  await bank.moveClock(Math.ceil((hour * HOUR - ofDay + 24 * HOUR) % (24 * HOUR)) + 1);
}

const someone = async (o: Parameters<typeof makePerson>[1] = {}) => {
  const address = `p${uuid()}@bank.example`;
  const { id } = await bank.write((tx) => makePerson(tx, { mail: address, ...o }));
  return { id, client: await clientOf(bank, id), address, mails: () => mail.mails.filter((one) => one.to.includes(address)) };
};
const tell = (template: MessageTemplate, to: string[], o: Partial<Message> = {}) =>
  bank.write((tx) => notify(tx, { template, to, subject: { type: 'thing', id: uuid() }, values: { thing: '风险', number: 3, why: { zh: '月末', en: 'end of month' } }, link: '/courses', ...o }));
const send = (from = bank) => from.app.get(Sender).run();
const digest = () => bank.app.get(Digests).run();
const deliveries = (personId: string) =>
  bank.database.rows<{ id: string; state: string; attempts: number; reason: string | null; next_at: Date | null; handed_over_at: Date | null }>(statement('test.deliveries', 'select id, state, attempts, reason, next_at, handed_over_at from messages.delivery where person_id = $1 order by id'), [personId]);
/** Subject and text as a reader sees them. */
const readable = (text: string) => {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const decoded = /base64/.test(head) ? Buffer.from(body, 'base64').toString() : body.replace(/=\r\n/g, '').replace(/(=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString());
  return { head, body: decoded };
};

test('a message reaches the person once, in the language of the reader, and counts until it is read', async () => {
  const [reader, stranger] = [await someone(), await someone()];
  const subject = { type: 'thing', id: uuid() };
  for (let time = 0; time < 3; time++) {
    await tell(atOnce, [reader.id, reader.id], { subject });
    await bank.work();
  }
  await tell(atOnce, [reader.id], { subject, stage: 'second' });
  await bank.work();
  expect((await reader.client.get('/notifications/count')).body).toEqual({ unread: 2 });
  const { items } = (await reader.client.get('/notifications?unread=1&limit=1')).body;
  expect(items).toEqual([{ id: expect.any(String), title: '《风险》有变化', body: '第 3 次：月末', group: '事情', link: '/courses', at: expect.any(String), read: false }]);
  expect((await reader.client.send('GET', '/notifications', undefined, { 'accept-language': 'en' })).body.items[0]).toMatchObject({ title: '风险 changed', body: 'For the 3th time: end of month', group: 'Things' });

  expect((await stranger.client.post('/notifications/read', { ids: [items[0].id] })).body).toEqual({ unread: 0 });
  expect((await reader.client.get('/notifications/count')).body).toEqual({ unread: 2 });
  expect((await reader.client.post('/notifications/read', { ids: [items[0].id] })).body).toEqual({ unread: 1 });
  expect((await reader.client.get('/notifications?unread=1')).body.items).toHaveLength(1);
  expect((await reader.client.post('/notifications/read', {})).body).toEqual({ unread: 0 });
  expect((await reader.client.get('/notifications')).body.items.map((one: { read: boolean }) => one.read)).toEqual([true, true]);
});

test('pages follow each other without gap or repetition; a message of a transaction rolled back reaches nobody', async () => {
  const reader = await someone();
  for (let day = 1; day <= 5; day++) await tell(gathered, [reader.id], { at: new Date(`2026-01-0${day}T00:00:00Z`) });
  await expect(bank.write(async (tx) => {
    await notify(tx, { template: atOnce, to: [reader.id], subject: { type: 'thing', id: uuid() }, link: '/' });
    throw new Error('rolled back');
  })).rejects.toThrow('rolled back');
  await bank.work();
  const days: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body }: { body: { items: { at: string }[]; nextCursor: string | null } } = await reader.client.get(`/notifications?limit=2${cursor && `&cursor=${cursor}`}`);
    days.push(...body.items.map((one) => one.at.slice(0, 10)));
    cursor = body.nextCursor;
  }
  expect(days).toEqual(['2026-01-05', '2026-01-04', '2026-01-03', '2026-01-02', '2026-01-01']);
  expect((await reader.client.get('/notifications?cursor=nonsense')).status).toBe(400);
  expect(await deliveries(reader.id)).toEqual([]); // too old for a mail
});

test('mail says what the message says, with the link to it, in the language of the person', async () => {
  const reader = await someone({ displayName: '曾守拙' });
  await reader.client.patch('/people/me', { language: 'en' });
  await tell(atOnce, [reader.id]);
  await bank.work();
  await send();
  const { head, body } = readable(reader.mails()[0]!.text);
  const { id } = (await deliveries(reader.id))[0]!;
  expect(head).toContain(`Message-ID: <${id}@zhixing.bank.example>`);
  expect(head).toContain('Auto-Submitted: auto-generated');
  expect(body).toContain('Dear 曾守拙,');
  expect(body).toContain('For the 3th time: end of month');
  expect(body).toContain('https://zhixing.bank.example/courses');
  expect(await deliveries(reader.id)).toMatchObject([{ state: 'sent', attempts: 1 }]);
});

test('two workers at once send one mail each time; the round repeated sends none', async () => {
  const readers = await Promise.all(Array.from({ length: 10 }, () => someone()));
  await tell(atOnce, readers.map((one) => one.id));
  await bank.work();
  await Promise.all([send(), send(other), send(), send(other)]);
  await send();
  expect(readers.map((one) => one.mails().length)).toEqual(readers.map(() => 1));
});

test('fault-24 a mail server that hangs for an hour delays no request; afterwards each mail arrives once', async () => {
  const readers = await Promise.all(Array.from({ length: 6 }, () => someone()));
  mail.mood = 'silent';
  await tell(atOnce, readers.map((one) => one.id));
  await bank.work();
  const states = async () => (await Promise.all(readers.map((one) => deliveries(one.id)))).flat();
  const hanging = send();
  expect((await readers[0]!.client.get('/notifications/count')).body).toEqual({ unread: 1 });
  await hanging;
  // those under way have failed, the others were not even tried
  const tried = (await states()).filter((one) => one.attempts);
  expect(tried.length).toBeLessThanOrEqual(4);
  expect(tried.every((one) => one.state === 'failed' && one.next_at! > new Date(0))).toBe(true);
  const before = await states();
  await send();
  await bank.moveClock(HOUR);
  mail.mood = 'good';
  await send();
  await send();
  expect(before.length).toBe(6);
  expect(readers.map((one) => one.mails().length)).toEqual(readers.map(() => 1));
});

test('fault-24 what is refused ten times is a dead letter, which system administrators see and send again', async () => {
  const reader = await someone();
  mail.mood = 'refuse';
  await tell(atOnce, [reader.id]);
  await bank.work();
  const pauses: number[] = [];
  for (let tries = 0; tries < 10; tries++) {
    const at = await now();
    await send();
    const { next_at } = (await deliveries(reader.id))[0]!;
    if (!next_at) break;
    pauses.push(Math.round((next_at.getTime() - at.getTime()) / 60_000));
    await bank.moveClock(Math.ceil((next_at.getTime() - at.getTime()) / 1000));
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120]);
  const administrator = await someone({ roles: ['system_admin'] });
  const listed = (await administrator.client.get('/messages/deliveries?state=dead&limit=100')).body.items;
  const dead = listed.find((one: { person: { id: string } }) => one.person.id === reader.id);
  expect(dead).toMatchObject({ state: 'dead', attempts: 10, about: '事情', unknown: false, nextAt: null });
  expect(dead.reason).toContain('Mailbox unavailable');
  expect(JSON.stringify(listed)).not.toContain('风险'); // that it failed, not what it says
  expect((await administrator.client.get('/messages/mail')).body).toMatchObject({ to: 'server', dead: expect.any(Number) });

  mail.mood = 'good';
  expect((await administrator.client.post(`/messages/deliveries/${dead.id}/resend`)).status).toBe(200);
  expect((await administrator.client.post(`/messages/deliveries/${dead.id}/resend`)).body).toMatchObject({ status: 409, code: 'messages.not_troubled' });
  expect((await administrator.client.post(`/messages/deliveries/${uuid()}/resend`)).status).toBe(404);
  await send();
  expect(reader.mails()).toHaveLength(1);
  expect(await bank.database.rows(statement('test.resent', `select person_id from platform.audit_entry where action = 'message.resend' and object_id = $1`), [dead.id])).toEqual([{ person_id: administrator.id }]);
});

test('a server that takes the text and never answers is not sent it again: nobody knows whether it arrived', async () => {
  const reader = await someone();
  mail.mood = 'mute';
  await tell(atOnce, [reader.id]);
  await bank.work();
  await send();
  mail.mood = 'good';
  await bank.moveClock(HOUR);
  await send();
  expect(reader.mails()).toEqual([]);
  const administrator = await someone({ roles: ['system_admin'] });
  const { items } = (await administrator.client.get('/messages/deliveries?limit=100')).body;
  expect(items.find((one: { person: { id: string } }) => one.person.id === reader.id)).toMatchObject({ state: 'dead', unknown: true, attempts: 1 });
});

test('what a lost worker held before the server asked for the text is sent by another, once; what it had begun to hand over is not', async () => {
  const [waiting, begun] = [await someone(), await someone()];
  mail.mood = 'silent';
  await tell(atOnce, [waiting.id]);
  await bank.work();
  const hanging = send(other);
  await until('the letter is under way', async () => (await deliveries(waiting.id))[0]?.state === 'sending');
  await bank.moveClock(HOUR);
  mail.mood = 'good';
  await send();
  await send();
  expect(waiting.mails()).toHaveLength(1);

  mail.mood = 'mute';
  await tell(atOnce, [begun.id]);
  await bank.work();
  const handing = send(other);
  await until('the text begins to leave', async () => Boolean((await deliveries(begun.id))[0]?.handed_over_at));
  await bank.moveClock(HOUR);
  mail.mood = 'good';
  await send();
  expect(begun.mails()).toEqual([]);
  expect(await deliveries(begun.id)).toMatchObject([{ state: 'dead' }]);
  lost.push(hanging, handing);
});

test('mail of the night waits for the end of the person\'s quiet hours', async () => {
  const [usual, owl] = [await someone(), await someone()];
  await owl.client.put('/notifications/preferences', { quietFrom: '04:00', quietUntil: '11:30', muted: [] });
  await untilBeijing(23);
  await tell(atOnce, [usual.id, owl.id]);
  await bank.work();
  await send();
  expect([usual.mails().length, owl.mails().length]).toEqual([0, 1]);
  await untilBeijing(7);
  await send();
  expect(usual.mails()).toHaveLength(0);
  await bank.moveClock(HOUR);
  await send();
  expect(usual.mails()).toHaveLength(1);
});

test('what is not urgent comes in one mail the next morning, without what was read meanwhile; the task repeated makes no second one', async () => {
  const [reader, quick] = [await someone({ displayName: '周启航' }), await someone()];
  for (const thing of ['甲', '乙', '丙']) await tell(gathered, [reader.id, quick.id], { values: { thing, number: 1, why: '是' } });
  await bank.work();
  await send();
  expect(reader.mails()).toEqual([]);
  await bank.moveClock(60);
  await quick.client.post('/notifications/read', {});
  await untilBeijing(9);
  await Promise.all([digest(), digest()]);
  await digest();
  await send();
  await tell(gathered, [reader.id]);
  await bank.work();
  await digest();
  await send();
  expect(quick.mails()).toEqual([]);
  expect(reader.mails()).toHaveLength(1);
  const { head, body } = readable(reader.mails()[0]!.text);
  expect(Buffer.from(/^Subject: (?:=\?UTF-8\?B\?(.*?)\?=)/m.exec(head)![1]!, 'base64').toString()).toContain('知行：您有');
  expect(body.match(/■ 《[甲乙丙]》有变化/g)).toEqual(['■ 《甲》有变化', '■ 《乙》有变化', '■ 《丙》有变化']);
  expect((await deliveries(reader.id)).map((one) => one.state).sort()).toEqual(['digested', 'digested', 'digested', 'sent', 'waiting']);
});

test('a group that is muted counts not and mails not; what is mandatory cannot be muted', async () => {
  const reader = await someone();
  const muted = [{ group: 'things', channel: 'app' }, { group: 'things', channel: 'mail' }];
  const saved = await reader.client.put('/notifications/preferences', { quietFrom: '21:00', quietUntil: '07:00', muted });
  expect(saved.body).toMatchObject({ mail: true, quietFrom: '21:00', quietUntil: '07:00' });
  expect(saved.body.groups).toEqual(expect.arrayContaining([{ name: 'things', label: '事情', app: 'off', mail: 'off' }, { name: 'duties', label: '职责', app: 'mandatory', mail: 'mandatory' }, { name: 'exports', label: '导出文件', app: 'on', mail: 'none' }]));
  expect((await reader.client.get('/notifications/preferences')).body).toEqual(saved.body);
  expect((await reader.client.put('/notifications/preferences', { quietFrom: '21:00', quietUntil: '07:00', muted: [{ group: 'duties', channel: 'mail' }] })).body).toMatchObject({ status: 400, issues: [{ path: 'muted.0.group' }] });
  await tell(atOnce, [reader.id]);
  await bank.work();
  expect((await reader.client.get('/notifications/count')).body).toEqual({ unread: 0 });
  expect((await reader.client.get('/notifications')).body.items).toHaveLength(1);
  await tell(duty, [reader.id]);
  await bank.work();
  await send();
  expect((await reader.client.get('/notifications/count')).body).toEqual({ unread: 1 });
  expect(reader.mails()).toHaveLength(1);
  expect((await deliveries(reader.id)).map((one) => one.state)).toEqual(['muted', 'sent']);
});

test('who has no address, or has left, gets no mail', async () => {
  const [unknown, gone] = [await someone({ mail: '' }), await someone()];
  await bank.write(async (tx) => {
    await tx.rows(statement('test.no_address', 'update people.person set mail = null where id = $1'), [unknown.id]);
    await tx.rows(statement('test.gone', 'update people.person set active = false where id = $1'), [gone.id]);
  });
  await tell(atOnce, [unknown.id, gone.id]);
  await bank.work();
  await send();
  expect((await Promise.all([unknown, gone].map((one) => deliveries(one.id)))).flat()).toMatchObject([{ state: 'muted', reason: 'no address' }, { state: 'muted', reason: 'left' }]);
  expect(gone.mails()).toEqual([]);
});

test('no more mails a minute than the channel may send, however many workers; the rest follows', async () => {
  const limited = await testApp(rooms, { MAIL_FROM: 'zhixing@bank.example', SMTP_URL: mail.url(5), MAIL_PER_MINUTE: '3' });
  try {
    const readers = await Promise.all(Array.from({ length: 8 }, () => someone()));
    await untilBeijing(12);
    await tell(atOnce, readers.map((one) => one.id));
    await bank.work();
    const arrived = () => readers.reduce((sum, one) => sum + one.mails().length, 0);
    const round = () => Promise.all([send(limited), send(limited)]);
    for (const expected of [3, 6, 8]) {
      await round();
      expect(arrived()).toBe(expected);
      await bank.moveClock(60);
    }
  } finally {
    await limited.close();
  }
});

test('while developing, mail becomes files', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'zhixing-mail-')), 'data');
  const developing = await testApp(rooms, { DATA_DIR: folder });
  try {
    await untilBeijing(12); // a new application begins at the hour it is, which may be a quiet one
    const reader = await someone();
    await tell(atOnce, [reader.id]);
    await bank.work();
    await send(developing);
    const { id } = (await deliveries(reader.id))[0]!;
    expect(readFileSync(join(folder, 'mail', `${id}.eml`), 'utf8')).toContain(reader.address);
  } finally {
    await developing.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('messages go after a year, with their mails and the digests that held them', async () => {
  const reader = await someone();
  await tell(gathered, [reader.id]);
  await tell(atOnce, [reader.id]);
  await bank.work();
  await untilBeijing(9);
  await digest();
  await send();
  const purge = () => bank.write(async (tx) => {
    for (const { purge } of messagesRoom.retention!) await tx.rows(purge!);
  });
  await bank.moveClock(364 * 24 * HOUR);
  await purge();
  expect(await deliveries(reader.id)).toHaveLength(3);
  await bank.moveClock(3 * 24 * HOUR);
  await purge();
  expect(await deliveries(reader.id)).toEqual([]);
  expect((await (await clientOf(bank, reader.id)).get('/notifications')).body.items).toEqual([]);
});
