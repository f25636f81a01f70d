import { dayFromNow } from '@zhixing/plans/testing';
import type { Answer, TestApplication, TestClient } from '@zhixing/platform/testing';

/** A draft plan of the owner's branch with an item that a class fulfils and a need of the manager's that waits, and another plan with an item. */
export interface PlannedYear {
  plan: string;
  otherPlan: string;
  planItem: string;
  otherItem: string;
  planLink: string;
  need: string;
}

interface People {
  manager: { client: TestClient };
  administrator: { id: string; client: TestClient };
}

/** The ids a case of these routes needs. */
type Ids = PlannedYear & { trainingClass: string; administrator: { id: string } };

/** @throws Error when it was refused */
function made({ status, body }: Answer): { id: string; links: { id: string }[] } {
  if (status >= 300) throw new Error(`not made: ${JSON.stringify(body)}`);
  return body as ReturnType<typeof made>;
}

const fields = (title: string, ownerId: string) => ({ title, domain: 'llm-application', kind: 'class', month: 6, people: 30, hours: 12, budget: 60_000, ownerId });

export async function makePlannedYear(bank: TestApplication, mark: string, { manager, administrator: { id: ownerId, client } }: People, departmentId: string, trainingClass: string): Promise<PlannedYear> {
  const year = Number((await dayFromNow(bank)).slice(0, 4));
  const [plan, otherPlan] = [made(await client.post('/annual-plans', { year, departmentId })).id, made(await client.post('/annual-plans', { year: year + 1, departmentId })).id];
  const planItem = made(await client.post(`/annual-plans/${plan}/items`, fields(mark, ownerId))).id;
  const { links } = made(await client.post(`/annual-plans/${plan}/items/${planItem}/links`, { kind: 'class', targetId: trainingClass }));
  return {
    plan, otherPlan, planItem, planLink: links[0]!.id, otherItem: made(await client.post(`/annual-plans/${otherPlan}/items`, fields(mark, ownerId))).id,
    need: made(await manager.client.post('/training-needs', { planId: plan, title: mark, domain: 'llm-application', people: 10, why: mark, priority: 'high' })).id,
  };
}

const plan = (o: Ids) => ({ id: o.plan });
const item = { ids: (o: Ids) => ({ id: o.plan, itemId: o.planItem }), by: 'administrator', mixed: (o: Ids) => ({ id: o.otherPlan, itemId: o.planItem }) } as const;
const need = { ids: (o: Ids) => ({ id: o.plan, needId: o.need }), by: 'administrator', mixed: (o: Ids) => ({ id: o.otherPlan, needId: o.need }) } as const;
const administrator = { ids: plan, by: 'administrator' } as const;
const body = (o: Ids) => fields('新项目', o.administrator.id);

/** Routes with ids of plans, items and needs, for the test of somebody else's ids. */
export const annualPlanCases = {
  'GET /annual-plans/:id': administrator,
  'POST /annual-plans/:id/submit': administrator,
  'POST /annual-plans/:id/send-back': { ...administrator, body: () => ({ note: '请补充预算' }) },
  'POST /annual-plans/:id/approve': administrator,
  'POST /annual-plans/:id/close': administrator,
  'GET /annual-plans/:id/comparison': administrator,
  'GET /annual-plans/:id/revisions': administrator,
  'GET /annual-plans/:id/items': administrator,
  'POST /annual-plans/:id/items': { ...administrator, body },
  'PUT /annual-plans/:id/items/:itemId': { ...item, body },
  'POST /annual-plans/:id/items/:itemId/cancel': { ...item, body: () => ({}) },
  'POST /annual-plans/:id/items/:itemId/restore': { ...item, body: () => ({}) },
  'PUT /annual-plans/:id/items/:itemId/outcome': { ...item, body: () => ({ outcome: null }) },
  'POST /annual-plans/:id/items/:itemId/links': { ...item, body: (o: Ids) => ({ kind: 'class', targetId: o.trainingClass }) },
  'DELETE /annual-plans/:id/items/:itemId/links/:linkId': { ids: (o: Ids) => ({ id: o.plan, itemId: o.planItem, linkId: o.planLink }), by: 'administrator', mixed: (o: Ids) => ({ id: o.otherPlan, itemId: o.otherItem, linkId: o.planLink }) },
  'GET /annual-plans/:id/needs': administrator,
  'POST /annual-plans/:id/needs/:needId/take': { ...need, body },
  'POST /annual-plans/:id/needs/:needId/decline': { ...need, body: () => ({ note: '已有同类课程' }) },
  'POST /training-needs/:id/withdraw': { ids: (o: Ids) => ({ id: o.need }), by: 'manager' },
} as const;

/** Ids in bodies; an owner may be any colleague. */
export const annualPlanReferences = {
  'POST /annual-plans departmentId': 'tested',
  'POST /annual-plans copyOf': 'tested',
  'POST /annual-plans/:id/items departmentId': 'tested',
  'POST /annual-plans/:id/items ownerId': 'tested',
  'PUT /annual-plans/:id/items/:itemId departmentId': 'tested',
  'PUT /annual-plans/:id/items/:itemId ownerId': 'tested',
  'POST /annual-plans/:id/items/:itemId/links targetId': 'tested',
  'POST /annual-plans/:id/needs/:needId/take departmentId': 'tested',
  'POST /annual-plans/:id/needs/:needId/take ownerId': 'tested',
  'POST /training-needs planId': 'tested',
} as const;

/** Requests that name what is not theirs; each is refused. */
export const foreignReferences = (o: Ids & { department: string; otherClass: string }, own: { plan: string; item: string; department: string; need: string; admin: string }): [method: 'POST' | 'PUT', path: string, body: object][] => [
  ['POST', '/annual-plans', { year: 2030, departmentId: o.department }],
  ['POST', '/annual-plans', { year: 2030, departmentId: own.department, copyOf: o.plan }],
  ['POST', `/annual-plans/${own.plan}/items`, { ...fields('复核', own.admin), departmentId: o.department }],
  ['PUT', `/annual-plans/${own.plan}/items/${own.item}`, { ...fields('复核', own.admin), departmentId: o.department }],
  ['POST', `/annual-plans/${own.plan}/needs/${own.need}/take`, { ...fields('复核', own.admin), departmentId: o.department }],
  ['POST', `/annual-plans/${own.plan}/items/${own.item}/links`, { kind: 'class', targetId: o.otherClass }],
];
