import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { coursesRoom } from '@zhixing/courses/api';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { recognitionRoom } from './index.ts';
import { finish } from './testing.ts';

let bank: TestApplication;
let administrator: TestClient;
let administratorId: string;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, messagesRoom, coursesRoom, recognitionRoom], { PUBLIC_URL: 'https://zhixing.test' });
  administratorId = (await bank.write((tx) => makePerson(tx, { displayName: '贺敏', roles: ['ld_admin'] }))).id;
  administrator = await clientOf(bank, administratorId);
});
afterAll(() => bank.close());

const COUNT = statement('test.certificates', 'select count(*)::int as rows from recognition.certificate where source_id = $1');
/** Places given in each year, against the year's counter. */
const PLACES = statement('test.places', 'select c.year, n.last, count(*)::int as rows, min(c.serial) as first, max(c.serial) as highest from recognition.certificate c join recognition.certificate_counter n using (year) group by c.year, n.last');

const request = (client: TestClient, completionId: string) => client.post('/certificates', { completionId });

/** No place of a year was left out, none was given twice. */
async function expectNoGaps(): Promise<void> {
  for (const { last, rows, first, highest } of await bank.database.rows<{ last: number; rows: number; first: number; highest: number }>(PLACES)) {
    expect({ first, highest, rows }).toEqual({ first: 1, highest: last, rows: last });
  }
}

describe('issuing', () => {
  test('a completed course brings its certificate by itself, with the facts of that day', async () => {
    const { client, person, course, completionId } = await finish(bank, { displayName: '林晓雨' });
    expect((await client.get(`/certificates/completions/${completionId}`)).body).toEqual({ granted: true, certificate: null });
    await bank.work();
    const { certificate } = (await client.get(`/certificates/completions/${completionId}`)).body;
    expect(certificate).toMatchObject({ kind: 'course', title: course.title, holder: '林晓雨', score: 100, version: 1, state: 'valid', validUntil: null, revoked: null });
    expect(certificate.number).toMatch(/^ZX-\d{4}-\d{6}-[2-9A-HJ-NP-Z]{4}$/);
    expect(certificate.verifyAt).toBe(`https://zhixing.test/verify/${certificate.number}`);
    expect((await client.get('/certificates')).body.items).toEqual([certificate]);
    const told = (await client.get('/notifications')).body.items;
    expect(told).toContainEqual(expect.objectContaining({ title: `已获得证书《${course.title}》`, link: `/certificates/${certificate.id}` }));
    await bank.write((tx) => tx.rows(statement('test.rename', 'update people.person set display_name = $2 where id = $1'), [person.id, '林小雨']));
    expect((await client.get(`/certificates/${certificate.id}`)).body.holder).toBe('林晓雨');
  });

  test('first test: 20 parallel certificate requests -> 1 row', async () => {
    const { client, completionId } = await finish(bank);
    const answers = await Promise.all(Array.from({ length: 20 }, () => request(client, completionId)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    expect(await bank.database.rows(COUNT, [completionId])).toEqual([{ rows: 1 }]);
    await bank.work();
    expect(await bank.database.rows(COUNT, [completionId])).toEqual([{ rows: 1 }]);
  });

  test('fault 6: 50 parallel completions with retries give exactly one certificate each, numbered without gaps', async () => {
    const finished = [];
    for (let n = 0; n < 10; n++) finished.push(await finish(bank));
    const tries = finished.flatMap((one) => Array.from({ length: 5 }, () => one));
    // the event is worked off while everybody asks too
    const [answers] = await Promise.all([Promise.all(tries.map(({ client, completionId }) => request(client, completionId))), bank.work()]);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(10);
    for (const { completionId } of finished) expect(await bank.database.rows(COUNT, [completionId])).toEqual([{ rows: 1 }]);
    await expectNoGaps();
  });

  test('asvs-12: no certificate without a completion, nor for the completion of somebody else', async () => {
    const { client, registrationId, completionId } = await finish(bank);
    const stranger = (await finish(bank, { exam: false })).client;
    expect((await request(client, uuid())).status).toBe(404);
    expect((await request(client, registrationId)).status).toBe(404);
    expect((await request(stranger, completionId)).status).toBe(404);
    expect((await stranger.get(`/certificates/completions/${completionId}`)).status).toBe(404);
  });

  test('a course that examines nothing grants none', async () => {
    const { client, completionId } = await finish(bank, { exam: false });
    await bank.work();
    expect((await client.get(`/certificates/completions/${completionId}`)).body).toEqual({ granted: false, certificate: null });
    expect((await request(client, completionId)).body).toMatchObject({ status: 409, code: 'recognition.nothing_granted' });
  });

  test('others see it only when they lead or administer its holder', async () => {
    const { boss, branch, elsewhere } = await bank.write(async (tx) => {
      const department = await makeDepartment(tx, '苏州分行');
      const other = await makeDepartment(tx, '无锡分行');
      return {
        boss: await makePerson(tx), branch: { department, id: (await makePerson(tx, { roles: ['ld_admin'], scope: department.id })).id },
        elsewhere: (await makePerson(tx, { roles: ['ld_admin'], scope: other.id })).id,
      };
    });
    const { client, person, completionId } = await finish(bank, { department: branch.department, manager: boss.id });
    const { id } = (await request(client, completionId)).body;
    const seen = async (personId: string) => {
      const reader = await clientOf(bank, personId);
      return [(await reader.get(`/certificates/${id}`)).status, (await reader.get(`/certificates/people/${person.id}`)).status];
    };
    expect(await seen(boss.id)).toEqual([200, 200]);
    expect(await seen(branch.id)).toEqual([200, 200]);
    expect(await seen(elsewhere)).toEqual([404, 404]);
    expect(await seen((await finish(bank)).person.id)).toEqual([404, 403]);
    expect((await (await clientOf(bank, branch.id)).get('/certificates/administered')).body.items.map((one: { id: string }) => one.id)).toEqual([id]);
    expect((await (await clientOf(bank, elsewhere)).get(`/certificates/administered/${id}`)).status).toBe(404);
    expect((await (await clientOf(bank, elsewhere)).post(`/certificates/${id}/revoke`, { grounds: 'other', reason: '测试' })).status).toBe(404);
  });
});

describe('verification', () => {
  test('a visitor learns the state and no more', async () => {
    const { client, course, completionId } = await finish(bank, { displayName: '欧阳明月' });
    const { number, earnedOn, issuer } = (await request(client, completionId)).body;
    const expected = { number, kind: 'course', title: course.title, holder: '欧**月', issuer, earnedOn, validUntil: null, state: 'valid', revoked: null };
    expect(await bank.anonymous.get(`/verify/${number}`)).toMatchObject({ status: 200, body: expected });
    expect(Object.keys((await bank.anonymous.get(`/verify/${number.toLowerCase()}`)).body).sort()).toEqual(Object.keys(expected).sort());
  });

  test('an unknown number is not found, in words', async () => {
    for (const number of ['ZX-2026-999999-AAAA', 'nonsense', '证书']) {
      const answer = await bank.anonymous.get(`/verify/${encodeURIComponent(number)}`);
      expect(answer).toMatchObject({ status: 404, body: { code: 'recognition.unknown_number' } });
      expect(answer.body.detail).toContain(number);
    }
  });

  test('one address may look up so many numbers a minute', async () => {
    const lookup = () => bank.app.inject({ method: 'GET', url: '/api/v1/verify/nonsense', remoteAddress: '203.0.113.7' });
    const answers = await Promise.all(Array.from({ length: 40 }, lookup));
    expect(answers.filter(({ statusCode }) => statusCode === 404)).toHaveLength(30);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(10);
    expect((await bank.app.inject({ method: 'GET', url: '/api/v1/verify/nonsense', remoteAddress: '203.0.113.8' })).statusCode).toBe(404);
    await bank.moveClock(61);
    expect((await lookup()).statusCode).toBe(404);
  });
});

describe('decisions', () => {
  const revoke = (id: string, by = administrator) => by.post(`/certificates/${id}/revoke`, { grounds: 'result_changed', reason: '复核后成绩低于及格线。' });

  test('a certificate is revoked once, by a named person, for good; everybody sees it, the holder is told', async () => {
    const { client, completionId } = await finish(bank);
    const { id, number } = (await request(client, completionId)).body;
    expect((await revoke(id, client)).status).toBe(403);
    expect((await administrator.post(`/certificates/${id}/revoke`, { grounds: 'other', reason: ' ' })).status).toBe(400);
    const answers = await Promise.all([revoke(id), revoke(id), revoke(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await administrator.get(`/certificates/administered/${id}`)).body).toMatchObject({ state: 'revoked', revocation: { by: { displayName: '贺敏' }, grounds: 'result_changed', reason: '复核后成绩低于及格线。' } });
    const seen = (await bank.anonymous.get(`/verify/${number}`)).body;
    expect(seen).toMatchObject({ state: 'revoked', revoked: { grounds: 'result_changed' } });
    expect(JSON.stringify(seen)).not.toContain('复核后');
    expect((await client.get(`/certificates/${id}/pdf`)).body).toMatchObject({ status: 409, code: 'recognition.already_revoked' });
    await bank.work();
    expect((await client.get('/notifications')).body.items[0]).toMatchObject({ title: expect.stringContaining('已被撤销'), body: expect.stringContaining('贺敏') });
    // asking again brings no new one
    expect((await request(client, completionId)).body).toMatchObject({ id, state: 'revoked' });
  });

  test('only a decision issues another one, once', async () => {
    const { client, completionId } = await finish(bank);
    const { id, number } = (await request(client, completionId)).body;
    const reissue = () => administrator.post(`/certificates/${id}/reissue`, { reason: '姓名更正' });
    expect((await reissue()).body.code).toBe('recognition.not_revoked');
    await revoke(id);
    const answers = await Promise.all([reissue(), reissue(), reissue()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const again = answers.find(({ status }) => status === 200)!.body;
    expect(again).toMatchObject({ state: 'valid', replaces: { id, number, reason: '姓名更正', by: { displayName: '贺敏' } } });
    expect((await administrator.get(`/certificates/administered/${id}`)).body.replacedBy).toEqual({ id: again.id, number: again.number });
    expect((await request(client, completionId)).body.number).toBe(again.number);
    await expectNoGaps();
  });

  test('one review case at a time; the certificate changes only by a named decision', async () => {
    const { client, completionId } = await finish(bank);
    const { id } = (await request(client, completionId)).body;
    const review = () => administrator.post(`/certificates/${id}/reviews`, { reason: '重新评分后低于及格线' });
    const opened = await Promise.all([review(), review()]);
    expect(opened.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await client.get(`/certificates/${id}`)).body.state).toBe('valid');
    expect((await administrator.get('/certificates/administered?review=open')).body.items.map((one: { id: string }) => one.id)).toContain(id);
    const [{ id: reviewId }] = opened.find(({ status }) => status === 200)!.body.reviews;
    const decide = (decision: object) => administrator.post(`/certificate-reviews/${reviewId}/decide`, decision);
    expect((await decide({ outcome: 'keep', reason: '题目计分有误，成绩不变。' })).body).toMatchObject({ state: 'valid', underReview: false, reviews: [{ outcome: 'keep', decided: { by: { displayName: '贺敏' } } }] });
    expect((await decide({ outcome: 'revoke', grounds: 'result_changed', reason: '再议' })).body.code).toBe('recognition.review_decided');
    const next = (await review()).body.reviews[0].id;
    expect((await administrator.post(`/certificate-reviews/${next}/decide`, { outcome: 'revoke', grounds: 'result_changed', reason: '成绩低于及格线' })).body).toMatchObject({
      state: 'revoked', underReview: false, revocation: { grounds: 'result_changed' },
    });
    expect((await review()).body.code).toBe('recognition.already_revoked');
  });

  test('nobody decides about their own', async () => {
    const { client, completionId } = await finish(bank, { roles: ['ld_admin'] });
    const { id } = (await request(client, completionId)).body;
    expect((await revoke(id, client)).body.code).toBe('recognition.own_case');
    expect((await client.post(`/certificates/${id}/reviews`, { reason: '自查' })).body.code).toBe('recognition.own_case');
  });

  test('the list is filtered by number, person, course and state, and paged by key', async () => {
    const { client, person, course, completionId } = await finish(bank, { displayName: '邹无双' });
    const { number } = (await request(client, completionId)).body;
    for (const filter of [`q=${number.toLowerCase()}`, `q=${encodeURIComponent('邹无双')}`, `q=${person.staffNumber}`, `course=${course.id}&state=valid`]) {
      expect((await administrator.get(`/certificates/administered?${filter}`)).body).toMatchObject({ items: [{ number }], total: 1 });
    }
    expect((await administrator.get(`/certificates/administered?course=${course.id}&state=revoked`)).body.items).toEqual([]);
    expect((await administrator.get('/certificates/administered/courses')).body.items).toContainEqual({ id: course.id, title: course.title });
    const all: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: { items: { number: string }[]; nextCursor: string | null } } = await administrator.get(`/certificates/administered?limit=3${cursor && `&cursor=${cursor}`}`);
      all.push(...body.items.map((one) => one.number));
      cursor = body.nextCursor;
    }
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain(number);
  });
});
