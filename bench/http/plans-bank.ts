import { cpSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { accessRoom, DEMO_PASSWORD, hashPassword } from '@zhixing/access/api';
import { coursesRoom } from '@zhixing/courses/api';
import { seedBank } from '@zhixing/db/seeds';
import { insightsRoom } from '@zhixing/insights/api';
import { CAMPAIGNS, EvidencePackExport } from '@zhixing/insights/testing';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom } from '@zhixing/people/api';
import { plansRoom } from '@zhixing/plans/api';
import { OBLIGATION_LISTS, ReconcileService } from '@zhixing/plans/testing';
import { type Actor, createWorkerContext, Database, readConfig, statement } from '@zhixing/platform/api';
import { recognitionRoom } from '@zhixing/recognition/api';
import pg from 'pg';
import { v7 as uuid } from 'uuid';

/** Milliseconds of each read, and seconds of each reconciliation. */
export interface PlansTimes {
  activation: number;
  nightly: number;
  firstPage: number[];
  deepPage: number[];
  overdueFirstPage: number[];
  funnel: number[];
  workbench: number[];
  /** Seconds of a pack, its obligations, and how far it raised the largest memory of the process, in MiB. */
  evidence: { seconds: number; obligations: number; memory: number };
  people: number;
}

const OWNER = statement('bench.owner', `select person_id as id from people.role_grant where role = 'ld_admin' order by id limit 1`);
const COURSE = statement('bench.course', `select id from courses.course where status = 'published' order by id offset $1 limit 1`);
const DRAFT = statement(
  'bench.assignment',
  `insert into plans.assignment (id, title, description, reason, origin, owner_id, target_kind, target_id, audience, due, minimum_days, earlier, mandatory, starts_on, state, revision, created_at)
   values ($1, '年度必修', '', '监管要求', 'l_and_d', $2, 'course', $3, '{"all":[{"not":{"kind":"people.persons","value":{"personIds":["00000000-0000-7000-8000-000000000000"]}}},{"kind":"people.hired","value":{"is":"since","on":"1990-01-01"}}]}',
           jsonb_build_object('kind', 'fixed', 'on', platform.today() + 30), 0, 'accept', true, platform.today(), 'active', 1, platform.now())`,
);
const CYCLE = statement('bench.cycle', `insert into plans.assignment_cycle (assignment_id, cycle, opens_on, due_on) values ($1, '', platform.today(), platform.today() + 30)`);
const RUN = statement('bench.run', `insert into plans.assignment_run (id, assignment_id, cycle, cause, state, confirmed, done, created_at) values ($1, $2, '', 'activation', 'queued', $3, 0, platform.now())`);
const ACTIVE = statement('bench.active', `select count(*)::int as people from people.workforce where active and department_id is not null`);
const OWED = statement('bench.owed', `select count(*)::int as people from plans.obligation where assignment_id = $1 and state = 'open'`);
/** Half of them fell due, so that pages of overdue ones are cut from a long list. */
const LATE = statement('bench.late', `update plans.obligation set base_due_on = platform.today() - 5, due_on = platform.today() - 5, clock_from = platform.today() - 30, assigned_on = platform.today() - 30 where assignment_id = $1 and substr(person_id::text, 36, 1) < '8'`);

/** As many people as an assignment for them has, by name. */
const PACKED = 10_000;
const SOME = statement(
  'bench.some',
  `update plans.assignment set audience = (
     select jsonb_build_object('any', jsonb_agg(jsonb_build_object('kind', 'people.persons', 'value', jsonb_build_object('personIds', p.ids))))
       from (select jsonb_agg(w.person_id) as ids
               from (select person_id, row_number() over (order by person_id) as place from people.workforce where active and department_id is not null order by person_id limit $2) w
              group by w.place / 2000) p) where id = $1`,
);
const NOW = statement('bench.now', 'select platform.now() as now');
const AUDITOR: Actor = {
  personId: uuid(), loginId: uuid(), roles: ['audit_admin'], scopes: {}, permissions: new Set(['evidence:make', 'evidence:read']), departmentIds: [], language: 'zh-CN', hold: null, address: 'bench', requestId: 'bench',
};

/** Seeds a bank with people alone, reconciles a rule that matches all of them, and reads the lists of who owes. */
export async function timePlans(o: { ownerUrl: string; appUrl: string; employees: number; demoFiles: string; dataDirectory: string }): Promise<PlansTimes> {
  cpSync(o.demoFiles, new URL('./demo', import.meta.url).pathname, { recursive: true }); // the bundle looks for them beside itself
  await seedBank(o.ownerUrl, { employees: o.employees, learning: 'none', passwordHash: await hashPassword(DEMO_PASSWORD) });
  const app = await createWorkerContext([peopleRoom, accessRoom, messagesRoom, coursesRoom, plansRoom, recognitionRoom, insightsRoom], readConfig({ NODE_ENV: 'test', DATABASE_URL: o.appUrl, LOG_LEVEL: 'error', DATA_DIR: o.dataDirectory, DEMO: '0' }));
  try {
    const database = app.get(Database);
    const reconcile = app.get(ReconcileService, { strict: false });
    const one = async <T>(query: { name: string; text: string }, values: unknown[] = []): Promise<T> => (await database.rows<T>(query, values))[0]!;
    const { people } = await one<{ people: number }>(ACTIVE);
    const assignment = async (place: number): Promise<string> => {
      const id = uuid();
      await database.transaction(async (tx) => {
        await tx.rows(DRAFT, [id, (await one<{ id: string }>(OWNER)).id, (await one<{ id: string }>(COURSE, [place])).id]);
        await tx.rows(CYCLE, [id]);
      });
      return id;
    };
    const id = await assignment(0);
    const run = async (assignmentId = id, confirmed = people): Promise<number> => {
      const runId = uuid();
      await database.transaction((tx) => tx.rows(RUN, [runId, assignmentId, confirmed]));
      const began = performance.now();
      await reconcile.handle({ runId });
      return (performance.now() - began) / 1000;
    };
    const activation = await run();
    const owed = (await one<{ people: number }>(OWED, [id])).people;
    if (owed !== people) throw new Error(`${owed} owe of ${people}`);
    await database.transaction((tx) => tx.rows(LATE, [id]));
    const nightly = await run();
    const times = async (read: () => Promise<unknown>): Promise<number[]> => {
      const taken: number[] = [];
      for (let i = 0; i < 6; i++) {
        const began = performance.now();
        await read();
        if (i) taken.push(performance.now() - began);
      }
      return taken;
    };
    const page = (statuses: string[], after: [string, string] | null) => database.rows<{ sort_key: string; obligation_id: string }>(OBLIGATION_LISTS.PEOPLE, [id, '', null, statuses, null, after?.[0] ?? null, after?.[1] ?? null, 26]);
    const middle = await one<{ due_on: string; id: string }>(statement('bench.middle', `select due_on::text, id from plans.obligation where assignment_id = $1 order by due_on, id offset $2 limit 1`), [id, Math.floor(people / 2)]);
    const packed = await assignment(1); // another course, or all would be exceptions
    await database.transaction((tx) => tx.rows(SOME, [packed, PACKED]));
    await run(packed, Math.min(PACKED, people));
    const { now } = await one<{ now: Date }>(NOW);
    await later(o.ownerUrl);
    const before = process.resourceUsage().maxRSS;
    const began = performance.now();
    const pack = await app.get(EvidencePackExport, { strict: false }).gather(AUDITOR, { assignmentId: packed, asOf: now.toISOString() }, async () => {});
    const evidence = { seconds: (performance.now() - began) / 1000, obligations: pack.rows, memory: (process.resourceUsage().maxRSS - before) / 1024 };
    return {
      people, activation, nightly, evidence,
      workbench: await times(() => database.rows(CAMPAIGNS, [null, 8])),
      firstPage: await times(() => page([], null)),
      deepPage: await times(() => page([], [middle.due_on, middle.id])),
      overdueFirstPage: await times(() => page(['overdue'], null)),
      funnel: await times(() => database.rows(OBLIGATION_LISTS.FUNNEL_OF, [id, '', null])),
    };
  } finally {
    await app.close();
  }
}

/** Business time goes on by two minutes: a pack speaks of a moment that is over. */
async function later(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query(`update platform.clock set clock_offset = clock_offset + interval '2 minutes'`);
  await client.end();
}
