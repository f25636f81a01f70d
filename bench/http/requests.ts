/** A learner of the bank as the requests need them. */
export interface Learner {
  cookie: string;
  person: string;
  login: string;
  password: string;
  registration: string;
  course: string;
  lessons: number;
  /** Rows of "my courses" on the home page. */
  courses: number;
  /** Courses open to them that hold SEARCHED. */
  found: number;
  /** Key of a quiz ahead. */
  quiz: string;
  /** An open attempt at another one, and a question of it. */
  attempt: string;
  question: string;
}

/** A head of so many people in line. */
export interface Manager {
  cookie: string;
  people: number;
}

/** What the checks look at; both servers answer with these, the bare one with rows. */
interface Body {
  id?: string;
  total?: number;
  items?: { title?: string; summary?: string; overdue?: number; attention?: number; displayName?: string }[];
  groups?: { kind: string; items: unknown[] }[];
  courses?: unknown[];
  days?: unknown[];
  week?: { days: unknown[] };
  chapters?: { lessons: unknown[] }[];
  outline?: unknown[];
  people?: { line: number };
  person?: { id: string };
  saved?: { sequence: number }[];
  questions?: { id: string }[];
  submittedAt?: string;
  attempt?: { id: string; submittedAt?: string; submitted_at?: string; questions?: unknown[] };
}

/** Sends one request as somebody and returns the JSON of its answer. @throws Error unless the status is 200 */
export type Send = (method: 'GET' | 'POST' | 'PUT', path: string, o: { cookie?: string; body?: object }) => Promise<Body>;

/** One measured unit of work. `check` compares what came with what must. */
export interface Work {
  learner: Learner;
  manager: Manager;
  /** A word that finds somebody. */
  word: string;
  /** Grows with every unit. */
  turn: number;
}

export const SEARCHED = '风险';
const PAGE = 25;

function must(what: string, got: unknown, wanted: unknown): void {
  if (got !== wanted) throw new Error(`${what}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
}

/** The measured requests by name; each looks at the rows of its answer. */
export const REQUESTS: Record<string, (send: Send, work: Work) => Promise<void>> = {
  async home(send, { learner }) {
    const body = await send('GET', '/insights/home', learner);
    must('rows of my courses', body.courses?.length, learner.courses);
    must('days', (body.week ?? body).days?.length, body.week ? 7 : 14);
  },
  async catalogue(send, { learner }) {
    const { items } = await send('GET', `/courses?q=${encodeURIComponent(SEARCHED)}`, learner);
    must('courses found', items?.length, learner.found);
    must('courses that hold the word', items!.every((item) => `${item.title}${item.summary}`.includes(SEARCHED)), true);
  },
  async course(send, { learner }) {
    const body = await send('GET', `/courses/${learner.course}`, learner);
    must('lessons of the outline', body.outline?.length ?? body.chapters?.reduce((sum, chapter) => sum + chapter.lessons.length, 0), learner.lessons);
  },
  async team(send, { manager }) {
    const { items, people } = await send('GET', `/insights/team?scope=line&limit=${PAGE}`, manager);
    must('people in line', people?.line, manager.people);
    must('rows of the page', items?.length, PAGE);
    must('order by need', items!.every(({ overdue, attention }, i) => !i || items![i - 1]!.overdue! > overdue! || (items![i - 1]!.overdue === overdue && items![i - 1]!.attention! >= attention!)), true);
    must('somebody late', items![0]!.overdue! > 0, true);
  },
  async people(send, { manager, word }) {
    const { items } = await send('GET', `/people?q=${encodeURIComponent(word)}`, manager);
    must(`somebody found by ${word}`, items!.length > 0, true);
  },
  async everything(send, { manager, word }) {
    const { groups } = await send('GET', `/search?q=${encodeURIComponent(word)}`, manager);
    must(`somebody found by ${word}`, groups!.some((group) => group.kind === 'people' && group.items.length > 0), true);
  },
  async login(send, { learner: { login, password, person } }) {
    must('person', (await send('POST', '/auth/login', { body: { login, password } })).person?.id, person);
  },
  async 'answer save'(send, { learner: { cookie, attempt, question }, turn }) {
    const { saved } = await send('PUT', `/attempts/${attempt}/answers`, { cookie, body: { answers: [{ questionId: question, sequence: turn + 1, choices: ['a'] }] } });
    must('sequence', saved?.[0]?.sequence, turn + 1);
  },
  async attempt(send, { learner: { cookie, registration, quiz } }) {
    const { id, questions } = await send('POST', `/registrations/${registration}/lessons/${quiz}/attempts`, { cookie });
    must('questions', questions?.length, 10);
    const { saved } = await send('PUT', `/attempts/${id}/answers`, { cookie, body: { answers: questions!.map((question) => ({ questionId: question.id, sequence: 1, choices: ['a'] })) } });
    must('answers saved', saved?.length, 10);
    const { attempt } = await send('POST', `/attempts/${id}/submit`, { cookie });
    must('submitted attempt', attempt?.id, id);
    must('moment of the submission', typeof (attempt?.submittedAt ?? attempt?.submitted_at), 'string');
  },
};
