import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { clientOf } from '@zhixing/access/testing';
import { peopleRoom } from '@zhixing/people/api';
import { makeDepartment, makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication, type TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';
import { coursesRoom } from './index.ts';
import { article, LEARNER_DISAGREEMENTS, type LessonContent, makeCourse, quiz } from './testing.ts';

let bank: TestApplication;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, coursesRoom]);
});
afterAll(() => bank.close());

/** Everybody who learned in this file; other files put states into the same database without their raw rows. */
const learners: string[] = [];

/** A learner registered at a course of these lessons. */
async function learner(lessons: LessonContent[], o: Parameters<typeof makeCourse>[2] = {}) {
  const { person, course } = await bank.write(async (tx) => ({ person: await makePerson(tx, { department: await makeDepartment(tx, '贷后管理团队'), position: '贷后管理岗' }), course: await makeCourse(tx, lessons, o) }));
  const client = await clientOf(bank, person.id);
  const { id } = (await client.post(`/courses/${course.id}/registrations`)).body;
  learners.push(person.id);
  return { client, person, course, id, lesson: (key: string) => `/registrations/${id}/lessons/${key}` };
}

const event = (kind: string, id = uuid()) => ({ id, kind, clientTime: '2026-01-01T00:00:00.000Z' });
const send = (client: TestClient, lesson: string, kind: string, id?: string) => client.post(`${lesson}/events`, event(kind, id));

/** Answers a whole paper, right up to `right` questions. */
async function take(client: TestClient, lesson: string, right: number) {
  const attempt = (await client.post(`${lesson}/attempts`)).body;
  await client.put(`/attempts/${attempt.id}/answers`, { answers: attempt.questions.map((question: { id: string }, i: number) => ({ questionId: question.id, sequence: 1, choices: [i < right ? 'a' : 'c'] })) });
  return (await client.post(`/attempts/${attempt.id}/submit`)).body;
}

describe('measured reading', () => {
  test('an article of a micro-course is done by saying so, once opened', async () => {
    const { client, lesson } = await learner([article('a'), article('b')]);
    expect((await send(client, lesson('a'), 'marked_done')).body.code).toBe('courses.not_opened');
    await send(client, lesson('a'), 'opened');
    expect((await send(client, lesson('a'), 'marked_done')).body).toMatchObject({ state: 'completed', progress: { percent: 50, requiredDone: 1, requiredTotal: 2, status: 'open' } });
  });

  test('asvs-12 too early is refused with the seconds left, and time is the server’s, 15 seconds a gap at most', async () => {
    const { client, lesson } = await learner([article('a', { hanzi: 700 })], { minimumReading: true });
    expect((await client.get(lesson('a'))).body.remainingSeconds).toBe(30);
    await send(client, lesson('a'), 'opened');
    const early = await send(client, lesson('a'), 'marked_done');
    expect(early).toMatchObject({ status: 409, body: { code: 'courses.too_early', values: { seconds: 30 } } });
    expect(early.body.detail).toBe('还需阅读 30 秒才能标记为完成。');
    await bank.moveClock(1500);
    expect((await send(client, lesson('a'), 'heartbeat')).body.remainingSeconds).toBe(15);
    await bank.moveClock(10);
    expect((await send(client, lesson('a'), 'heartbeat')).body.remainingSeconds).toBe(5);
    await bank.moveClock(6);
    expect((await send(client, lesson('a'), 'marked_done')).body).toMatchObject({ state: 'completed', remainingSeconds: 0, progress: { status: 'passed' } });
  });

  test('first test: forged watch time -> not complete: a hundred heartbeats at once, one repeated, or forged times are worth nothing', async () => {
    const { client, lesson } = await learner([article('a', { hanzi: 700 })], { minimumReading: true });
    await send(client, lesson('a'), 'opened');
    await Promise.all(Array.from({ length: 100 }, () => send(client, lesson('a'), 'heartbeat')));
    expect((await client.get(lesson('a'))).body.remainingSeconds).toBeGreaterThanOrEqual(28);
    await bank.moveClock(10);
    const same = uuid();
    await send(client, lesson('a'), 'heartbeat', same);
    const before = (await client.get(lesson('a'))).body.remainingSeconds;
    await bank.moveClock(10);
    expect((await send(client, lesson('a'), 'heartbeat', same)).body.remainingSeconds).toBe(before);
    for (const clientTime of ['2020-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z']) await client.post(`${lesson('a')}/events`, { ...event('opened'), clientTime });
    expect((await client.get(lesson('a'))).body).toMatchObject({ remainingSeconds: before, state: 'in_progress' });
    expect((await send(client, lesson('a'), 'marked_done')).body.code).toBe('courses.too_early');
  });

  test('asvs-12 incident-3 edge case: client claims progress: rejected, a quiz is not done by saying so, an article not by answering', async () => {
    const { client, lesson } = await learner([article('a'), quiz('q')]);
    await send(client, lesson('q'), 'opened');
    expect((await send(client, lesson('q'), 'marked_done')).body.code).toBe('courses.wrong_lesson_kind');
    expect((await client.post(`${lesson('a')}/attempts`)).body.code).toBe('courses.wrong_lesson_kind');
    expect((await client.get(lesson('nothing'))).status).toBe(404);
  });
});

describe('quiz', () => {
  test('incident-8 the paper shows no solution before it is submitted, and all of it after', async () => {
    const { client, lesson } = await learner([quiz('q', { questions: 2 })]);
    const attempt = (await client.post(`${lesson('q')}/attempts`)).body;
    expect(JSON.stringify(attempt)).not.toMatch(/解析|correctChoices/);
    expect(attempt.questions[0].choices).toEqual([{ key: 'a', text: '对' }, { key: 'b', text: '也许' }, { key: 'c', text: '错' }]);
    expect(JSON.stringify((await client.get(`/attempts/${attempt.id}`)).body)).not.toContain('解析');
    const { attempt: graded } = await take(client, lesson('q'), 1);
    expect(graded.id).toBe(attempt.id);
    expect(graded).toMatchObject({ score: 50, passed: false, topics: [{ topic: '注入', correct: 1, total: 1 }, { topic: '脱敏', correct: 0, total: 1 }] });
    expect(graded.questions.map((question: { result: unknown }) => question.result)).toEqual([
      { correct: true, correctChoices: ['a'], explanation: '解析 1', choiceExplanations: {} },
      { correct: false, correctChoices: ['a'], explanation: '解析 2', choiceExplanations: {} },
    ]);
  });

  test('answers are kept one by one; of two saves the higher sequence stands, in whatever order they arrive', async () => {
    const { client, lesson } = await learner([quiz('q')]);
    const { id, questions } = (await client.post(`${lesson('q')}/attempts`)).body;
    const save = (sequence: number, choice: string) => client.put(`/attempts/${id}/answers`, { answers: [{ questionId: questions[0].id, sequence, choices: [choice] }] });
    expect((await save(2, 'b')).body.saved).toEqual([{ questionId: questions[0].id, sequence: 2 }]);
    expect((await save(1, 'c')).body.saved).toEqual([{ questionId: questions[0].id, sequence: 2 }]);
    await Promise.all([7, 3, 9, 5, 8].map((sequence) => save(sequence, sequence === 9 ? 'a' : 'c')));
    expect((await client.get(`/attempts/${id}`)).body.questions[0]).toMatchObject({ answer: ['a'], sequence: 9 });
  });

  test('a wrong answer in a save stores nothing of it and is named', async () => {
    const { client, lesson } = await learner([quiz('q')]);
    const { id, questions } = (await client.post(`${lesson('q')}/attempts`)).body;
    const answer = await client.put(`/attempts/${id}/answers`, { answers: [{ questionId: questions[0].id, sequence: 1, choices: ['a'] }, { questionId: questions[1].id, sequence: 1, choices: ['z'] }] });
    expect(answer).toMatchObject({ status: 400, body: { code: 'courses.unknown_choice', issues: [{ path: 'answers.1.choices' }] } });
    expect((await client.put(`/attempts/${id}/answers`, { answers: [{ questionId: questions[1].id, sequence: 1, choices: ['a', 'b'] }] })).status).toBe(400);
    expect((await client.put(`/attempts/${id}/answers`, { answers: [{ questionId: uuid(), sequence: 1, choices: [] }] })).body.issues[0].path).toBe('answers.0.questionId');
    expect((await client.get(`/attempts/${id}`)).body.questions.map((question: { sequence: number }) => question.sequence)).toEqual([0, 0, 0, 0, 0]);
  });

  test('edge case: double click, two devices: whoever starts at once shares one attempt', async () => {
    const { client, lesson } = await learner([quiz('q')]);
    const started = await Promise.all(Array.from({ length: 10 }, () => client.post(`${lesson('q')}/attempts`)));
    expect(new Set(started.map((answer) => answer.body.id)).size).toBe(1);
    expect(started[0]!.body.number).toBe(1);
  });

  test('edge case: double click, two devices: submitting again, or ten times at once, gives the same grade and one try', async () => {
    const { client, lesson } = await learner([quiz('q', { attempts: 3 })]);
    const { attempt } = await take(client, lesson('q'), 3);
    const again = await Promise.all(Array.from({ length: 10 }, () => client.post(`/attempts/${attempt.id}/submit`)));
    for (const answer of again) expect(answer.body.attempt).toEqual(attempt);
    expect(attempt).toMatchObject({ score: 60, passed: false, attemptsLeft: 2 });
  });

  test('a submitted attempt takes no more answers', async () => {
    const { client, lesson } = await learner([quiz('q')]);
    const { attempt } = await take(client, lesson('q'), 0);
    const late = await client.put(`/attempts/${attempt.id}/answers`, { answers: [{ questionId: attempt.questions[0].id, sequence: 9, choices: ['a'] }] });
    expect(late.body.code).toBe('courses.attempt_submitted');
  });

  test('asvs-13 incident-19 the number of tries holds against parallel starts', async () => {
    const { client, lesson } = await learner([quiz('q', { attempts: 2 })]);
    await take(client, lesson('q'), 0);
    await take(client, lesson('q'), 0);
    const more = await Promise.all(Array.from({ length: 8 }, () => client.post(`${lesson('q')}/attempts`)));
    for (const answer of more) expect(answer).toMatchObject({ status: 409, body: { code: 'courses.no_attempts_left', values: { limit: 2 } } });
    expect((await client.get(lesson('q'))).body).toMatchObject({ attemptsLeft: 0, attempts: [{ number: 2 }, { number: 1 }] });
  });

  test('a pass stays a pass when a later try fails, and the best score counts', async () => {
    const { client, id, lesson } = await learner([quiz('q'), article('a')]);
    expect((await take(client, lesson('q'), 4)).progress).toMatchObject({ requiredDone: 1, percent: 50 });
    await take(client, lesson('q'), 0);
    expect((await client.get(lesson('q'))).body).toMatchObject({ state: 'completed', earned: { score: 80 } });
    expect((await client.get(`/registrations/${id}`)).body).toMatchObject({ percent: 50, status: 'open' });
  });

  test('choosing part of the right choices is wrong', async () => {
    const { client, lesson } = await learner([quiz('q', { questions: 1, kind: 'multiple' })]);
    expect((await take(client, lesson('q'), 1)).attempt.score).toBe(0);
  });
});

describe('completion', () => {
  test('the last required lesson finishes the course and writes its record: score, department, position, rule', async () => {
    const { client, id, lesson, person } = await learner([article('a'), quiz('q'), article('extra', { required: false })]);
    await take(client, lesson('q'), 4);
    await send(client, lesson('a'), 'opened');
    expect((await send(client, lesson('a'), 'marked_done')).body.progress).toEqual({ percent: 100, requiredDone: 2, requiredTotal: 2, status: 'passed' });
    const { body } = await client.get(`/registrations/${id}`);
    expect(body.completion).toMatchObject({ score: 80, department: '贷后管理团队', position: '贷后管理岗' });
    expect(body.next.length).toBeLessThanOrEqual(3);
    const [record] = await bank.database.rows<{ rule: unknown }>(statement('test.record', 'select rule from courses.completion_record where person_id = $1'), [person.id]);
    expect(record!.rule).toMatchObject({ required: [{ lesson: 'a', kind: 'article' }, { lesson: 'q', kind: 'quiz', passMark: 80 }] });
  });

  test('fault-6 the last lesson finished thirty times at once is one record and one audit row', async () => {
    const { client, id, lesson } = await learner([article('a')]);
    await send(client, lesson('a'), 'opened');
    const answers = await Promise.all(Array.from({ length: 30 }, () => send(client, lesson('a'), 'marked_done')));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    const count = (text: string) => bank.database.rows<{ n: number }>(statement(`test.${text.slice(0, 40)}`, text), [id]);
    expect(await count('select count(*)::int as n from courses.completion_record where registration_id = $1')).toEqual([{ n: 1 }]);
    expect(await count("select count(*)::int as n from platform.audit_entry where object_id = $1::text and action = 'registration.complete'")).toEqual([{ n: 1 }]);
  });

  test('optional lessons stay open to read and to tick after the course is passed; nothing is lost by them', async () => {
    const { client, id, lesson } = await learner([article('a'), article('extra', { required: false })]);
    await send(client, lesson('a'), 'opened');
    await send(client, lesson('a'), 'marked_done');
    await send(client, lesson('extra'), 'opened');
    expect((await send(client, lesson('extra'), 'marked_done')).body).toMatchObject({ state: 'completed', progress: { percent: 100, requiredDone: 1, status: 'passed' } });
    expect((await client.get(`/registrations/${id}`)).body.status).toBe('passed');
  });

  test('going on after a pass is a new registration; the old one keeps its record', async () => {
    const { client, id, course, lesson } = await learner([article('a')]);
    await send(client, lesson('a'), 'opened');
    await send(client, lesson('a'), 'marked_done');
    const again = (await client.post(`/courses/${course.id}/registrations`)).body;
    expect(again).toMatchObject({ percent: 0, status: 'open' });
    expect(again.id).not.toBe(id);
    expect((await client.get('/registrations?state=finished')).body.items.map((row: { id: string }) => row.id)).toEqual([id]);
    expect((await client.get('/registrations')).body.counts).toEqual({ learning: 1, finished: 1 });
  });

  test('registrations of one person at the same moment are all counted', async () => {
    const person = await bank.write((tx) => makePerson(tx));
    const courses = await Promise.all(Array.from({ length: 6 }, () => bank.write((tx) => makeCourse(tx, [article('a')]))));
    const client = await clientOf(bank, person.id);
    learners.push(person.id);
    await Promise.all(courses.map((course) => client.post(`/courses/${course.id}/registrations`)));
    const [counted] = await bank.database.rows<{ courses: string[] }>(statement('test.counted', 'select courses from courses.learner where person_id = $1'), [person.id]);
    expect(counted!.courses.toSorted()).toEqual(courses.map((course) => course.id).toSorted());
  });

  test('my record pages hold every registration once', async () => {
    const { client } = await learner([article('a')]);
    for (let i = 0; i < 6; i++) {
      const course = await bank.write((tx) => makeCourse(tx, [article('a')]));
      await client.post(`/courses/${course.id}/registrations`);
    }
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body }: { body: { items: { id: string }[]; nextCursor: string | null } } = await client.get(`/registrations?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map((row) => row.id));
      cursor = body.nextCursor;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });
});

test('asvs-50 nothing of another person’s registration can be read or written', async () => {
  const { client, id, lesson } = await learner([article('a'), quiz('q')]);
  const attempt = (await client.post(`${lesson('q')}/attempts`)).body;
  const stranger = await clientOf(bank, (await bank.write((tx) => makePerson(tx))).id);
  const answers = [
    await stranger.get(`/registrations/${id}`),
    await stranger.get(lesson('a')),
    await send(stranger, lesson('a'), 'opened'),
    await stranger.post(`${lesson('q')}/attempts`),
    await stranger.get(`/attempts/${attempt.id}`),
    await stranger.put(`/attempts/${attempt.id}/answers`, { answers: [{ questionId: attempt.questions[0].id, sequence: 1, choices: ['a'] }] }),
    await stranger.post(`/attempts/${attempt.id}/submit`),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
});

test('fault-12 figures recomputed from raw rows equal what is stored', async () => {
  const different = await bank.database.rows(
    statement('test.projections', `
      select r.id from courses.registration r
       where r.person_id = any($1) and (r.required_done <> (select count(*) from courses.lesson_state s join courses.lesson l on l.id = s.lesson_id where s.registration_id = r.id and l.required and s.completed_at is not null)
          or (r.status = 'passed') <> exists (select from courses.completion_record k where k.registration_id = r.id))
      union all
      select s.registration_id from courses.lesson_state s join courses.registration r on r.id = s.registration_id
       where r.person_id = any($1) and (s.read_seconds <> (select coalesce(sum(seconds), 0) from courses.learning_event e where e.registration_id = s.registration_id and e.lesson_id = s.lesson_id)
          or s.attempts_used <> (select count(*) from courses.attempt a where a.registration_id = s.registration_id and a.lesson_id = s.lesson_id))`),
    [learners],
  );
  expect(learners.length).toBeGreaterThan(5);
  expect(different).toEqual([]);
  const miscounted = await bank.database.rows<{ id: string }>(LEARNER_DISAGREEMENTS);
  expect(miscounted.filter((row) => learners.includes(row.id))).toEqual([]);
});
