import { v7 as uuid } from 'uuid';

/** The routes of annual plans and training needs, and what each asks for. */
export const annualPlanRoutes: Record<string, string> = {
  'GET /annual-plans': 'plan:administer',
  'POST /annual-plans': 'plan:administer',
  'GET /annual-plans/items/mine': 'plan:own',
  'GET /annual-plans/:id': 'plan:administer',
  'POST /annual-plans/:id/submit': 'plan:administer',
  'POST /annual-plans/:id/send-back': 'plan:administer',
  'POST /annual-plans/:id/approve': 'plan:administer',
  'POST /annual-plans/:id/close': 'plan:administer',
  'GET /annual-plans/:id/comparison': 'plan:administer',
  'GET /annual-plans/:id/revisions': 'plan:administer',
  'GET /annual-plans/:id/items': 'plan:administer',
  'POST /annual-plans/:id/items': 'plan:administer',
  'PUT /annual-plans/:id/items/:itemId': 'plan:administer',
  'POST /annual-plans/:id/items/:itemId/cancel': 'plan:administer',
  'POST /annual-plans/:id/items/:itemId/restore': 'plan:administer',
  'PUT /annual-plans/:id/items/:itemId/outcome': 'plan:administer',
  'POST /annual-plans/:id/items/:itemId/links': 'plan:administer',
  'DELETE /annual-plans/:id/items/:itemId/links/:linkId': 'plan:administer',
  'GET /annual-plans/:id/needs': 'plan:administer',
  'POST /annual-plans/:id/needs/:needId/take': 'plan:administer',
  'POST /annual-plans/:id/needs/:needId/decline': 'plan:administer',
  'GET /training-needs': 'plan:propose',
  'POST /training-needs': 'plan:propose',
  'POST /training-needs/:id/withdraw': 'plan:propose',
};

const item = (ownerId: string = uuid()) => ({ title: '计划项目', domain: 'llm-application', kind: 'class', month: 6, people: 30, hours: 12, budget: 60_000, ownerId });

/** A body that each of them takes. */
export const annualPlanBodies: Record<string, () => unknown> = {
  'POST /annual-plans': () => ({ year: 2027, departmentId: uuid() }),
  'POST /annual-plans/:id/send-back': () => ({ note: '请补充预算' }),
  'POST /annual-plans/:id/items': item,
  'PUT /annual-plans/:id/items/:itemId': item,
  'POST /annual-plans/:id/items/:itemId/cancel': () => ({}),
  'POST /annual-plans/:id/items/:itemId/restore': () => ({}),
  'PUT /annual-plans/:id/items/:itemId/outcome': () => ({ outcome: null }),
  'POST /annual-plans/:id/items/:itemId/links': () => ({ kind: 'class', targetId: uuid() }),
  'POST /annual-plans/:id/needs/:needId/take': item,
  'POST /annual-plans/:id/needs/:needId/decline': () => ({ note: '已有同类课程' }),
  'POST /training-needs': () => ({ planId: uuid(), title: '培训需求', domain: 'llm-application', people: 10, why: '业务需要', priority: 'high' }),
};
