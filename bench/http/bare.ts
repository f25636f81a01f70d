import { createHmac, randomBytes } from 'node:crypto';
import { ACTOR, CREDENTIAL, FORGET_FAILURES, ME, OPEN_LOGIN, passwordMatches, SEEN, TAKE_TRY } from '@zhixing/access/testing';
import { attempts as quiz, CATALOGUE, COURSE, isCorrect, OUTLINE, type PaperRow, RECOUNT, scoreOf } from '@zhixing/courses/testing';
import { HOME, TEAM_PAGE } from '@zhixing/insights/testing';
import { CARDS } from '@zhixing/people/testing';
import type { Statement } from '@zhixing/platform/api';
import { AUDIT } from '@zhixing/platform/testing';
import Fastify, { type FastifyRequest } from 'fastify';
import pg from 'pg';
import { v7 as uuid } from 'uuid';

// What the API is measured against: Fastify and pg, the same look-up of the login, the same statements in the same transactions,
// rows as they come. No Nest, no validation, no views, no serialisation by contract, no permissions, no log, no security headers.

const { DATABASE_URL, LOGIN_SECRET, HOST, PORT } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL!, max: 10 });
const app = Fastify();

type Rows = <T extends pg.QueryResultRow>(query: Statement, values?: unknown[]) => Promise<T[]>;
type Row = Record<string, never>;

const rows: Rows = async (query, values = []) => (await pool.query({ ...query, values })).rows;

async function transaction<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(async (query, values = []) => (await client.query({ ...query, values })).rows);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

const hash = (token: string) => createHmac('sha256', LOGIN_SECRET!).update(token).digest();

interface Actor {
  login_id: string;
  person_id: string;
  department_ids: string[];
  stale: boolean;
}

async function actorOf(request: FastifyRequest): Promise<Actor> {
  const token = /__Host-login=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const [actor] = token ? await rows<Actor & pg.QueryResultRow>(ACTOR, [hash(token), 30, 15, 720]) : [];
  if (!actor) throw new Error('nobody is signed in');
  if (actor.stale) await rows(SEEN, [actor.login_id]);
  return actor;
}

const act = (query: Rows, actor: Pick<Actor, 'person_id' | 'login_id'>, request: FastifyRequest, action: string, type: string, id: string, facts: object = {}) =>
  query(AUDIT, [uuid(), actor.person_id, actor.login_id, request.ip, request.id, action, type, id, 'done', null, null, facts]);

app.get('/readyz', async () => ({ ready: true }));

app.get('/api/v1/insights/home', async (request) => {
  const actor = await actorOf(request);
  return (await rows(HOME, [actor.person_id, actor.department_ids[0] ?? null, actor.department_ids]))[0];
});

app.get<{ Querystring: { q: string } }>('/api/v1/courses', async (request) => {
  const actor = await actorOf(request);
  const { q } = request.query;
  return (await rows(CATALOGUE.newest, [actor.person_id, actor.department_ids, q, `%${q}%`, [], [], [], [], [], null, null, 26]))[0];
});

app.get<{ Params: { id: string } }>('/api/v1/courses/:id', async (request) => {
  const actor = await actorOf(request);
  const [course] = await rows<Row>(COURSE, [actor.person_id, actor.department_ids, request.params.id]);
  return { course, outline: await rows(OUTLINE, [course!.version_id, course!.registration_id]) };
});

app.get<{ Querystring: { scope: string; limit: string } }>('/api/v1/insights/team', async (request) => {
  const actor = await actorOf(request);
  const { scope, limit } = request.query;
  const [{ people: items, ...figures }] = (await rows(TEAM_PAGE, [actor.person_id, scope, null, null, null, null, null, Number(limit) + 1])) as [{ people: object[]; line: number }];
  return { figures, people: { line: figures.line }, items: items.slice(0, Number(limit)) };
});

app.post<{ Body: { login: string; password: string } }>('/api/v1/auth/login', async (request, reply) => {
  const { login, password } = request.body;
  await transaction((query) => query(TAKE_TRY, [login, 5, 15]));
  const [credential] = await rows<{ person_id: string; password_hash: string }>(CREDENTIAL, [login]);
  if (!(await passwordMatches(credential?.password_hash, password))) throw new Error('wrong password');
  const [token, login_id, person_id] = [randomBytes(32).toString('base64url'), uuid(), credential!.person_id];
  await transaction(async (query) => {
    await query(FORGET_FAILURES, [login]);
    await query(OPEN_LOGIN, [login_id, hash(token), person_id, request.ip, 'bench']);
    await act(query, { person_id, login_id }, request, 'login.open', 'login', login_id);
  });
  reply.header('set-cookie', `__Host-login=${token}; Path=/; HttpOnly; Secure; SameSite=Lax`);
  const [[card], [me]] = await Promise.all([rows(CARDS, [[person_id]]), rows(ME, [person_id])]);
  return { person: { ...card, id: person_id }, me };
});

app.post<{ Params: { id: string; key: string } }>('/api/v1/registrations/:id/lessons/:key/attempts', async (request) => {
  const actor = await actorOf(request);
  return transaction(async (query) => {
    const [held] = await query<Row>(quiz.LOCK_REGISTRATION, [request.params.id, actor.person_id]);
    const [lesson] = await query<Row>(quiz.LESSON_STATE, [held!.version_id, request.params.key, held!.id]);
    if ((await query(quiz.OPEN_ATTEMPT, [held!.id, lesson!.id])).length) throw new Error('an attempt is open');
    const [taken] = await query<Row>(quiz.TAKE_ATTEMPT, [held!.id, lesson!.id, lesson!.attempts]);
    const id = uuid();
    await query(quiz.START_ATTEMPT, [id, held!.id, lesson!.id, taken!.attempts_used]);
    await query(quiz.TOUCH, [held!.id]);
    await act(query, actor, request, 'attempt.start', 'attempt', id, { registrationId: held!.id });
    const [attempt] = await query(quiz.ATTEMPT, [id, actor.person_id]);
    return { id, attempt, questions: await query(quiz.PAPER, [id, lesson!.id]) };
  });
});

interface Answer {
  questionId: string;
  sequence: number;
  choices: string[];
}

app.put<{ Params: { id: string }; Body: { answers: Answer[] } }>('/api/v1/attempts/:id/answers', async (request) => {
  const actor = await actorOf(request);
  const { id } = request.params;
  const { answers } = request.body;
  return transaction(async (query) => {
    const [attempt] = await query<Row>(quiz.SHARE_ATTEMPT, [id, actor.person_id]);
    await query(quiz.PAPER, [id, attempt!.lesson_id]);
    await query(quiz.SAVE_ANSWERS, [id, JSON.stringify(answers.map(({ questionId, sequence, choices }) => ({ question: questionId, sequence, choices })))]);
    return { saved: await query(quiz.SEQUENCES, [id, answers.map((answer) => answer.questionId)]) };
  });
});

app.post<{ Params: { id: string } }>('/api/v1/attempts/:id/submit', async (request) => {
  const actor = await actorOf(request);
  const { id } = request.params;
  return transaction(async (query) => {
    const [found] = await query<Row>(quiz.ATTEMPT, [id, actor.person_id]);
    await query(quiz.LOCK_REGISTRATION, [found!.registration_id, actor.person_id]);
    const [attempt] = await query<Row>(quiz.HOLD_ATTEMPT, [id, actor.person_id]);
    const graded = (await query<PaperRow & pg.QueryResultRow>(quiz.PAPER, [id, attempt!.lesson_id])).map((question) => ({ question: question.id, correct: isCorrect(question.choices, question.answer) }));
    const score = scoreOf(graded.filter((answer) => answer.correct).length, graded.length);
    const passed = score >= Number(attempt!.pass_mark);
    await query(quiz.GRADE_ANSWERS, [id, JSON.stringify(graded)]);
    await query(quiz.GRADE_ATTEMPT, [id, score, passed]);
    await query(quiz.ADD_GRADE, [attempt!.registration_id, attempt!.lesson_id, score, passed]);
    await query(quiz.TOUCH, [attempt!.registration_id]);
    await act(query, actor, request, 'attempt.submit', 'attempt', id, { score, passed });
    const [progress] = await query(RECOUNT, [attempt!.registration_id]);
    const [after] = await query(quiz.ATTEMPT, [id, actor.person_id]);
    return { attempt: after, questions: await query(quiz.PAPER, [id, attempt!.lesson_id]), progress };
  });
});

await app.listen({ host: HOST!, port: Number(PORT) });
process.once('SIGTERM', () => process.exit(0));
