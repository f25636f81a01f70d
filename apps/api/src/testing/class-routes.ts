import { v7 as uuid } from 'uuid';
import type { Case, Owned } from './owned.ts';

/** The routes of training classes and their surveys, and what each asks for. */
export const classRoutes: Record<string, string> = {
  'GET /classes': 'class:administer',
  'POST /classes': 'class:administer',
  'GET /classes/mine': 'class:own',
  'GET /classes/open': 'assignment:write',
  'POST /classes/check-in': 'class:own',
  'GET /classes/:id': 'class:administer',
  'PUT /classes/:id': 'class:administer',
  'POST /classes/:id/publish': 'class:administer',
  'POST /classes/:id/cancel': 'class:administer',
  'POST /classes/:id/close': 'class:administer',
  'POST /classes/:id/copy': 'class:administer',
  'GET /classes/:id/mine': 'class:own',
  'POST /classes/:id/materials': 'class:administer',
  'GET /classes/:id/materials/:materialId': 'class:own',
  'DELETE /classes/:id/materials/:materialId': 'class:administer',
  'POST /classes/:id/nominations': 'assignment:write',
  'GET /classes/:id/roster': 'class:administer',
  'POST /classes/:id/members': 'class:administer',
  'POST /classes/:id/members/removal': 'class:administer',
  'GET /classes/:id/attendance': 'class:administer',
  'PUT /classes/:id/attendance': 'class:administer',
  'GET /classes/:id/attendance/changes': 'class:administer',
  'GET /classes/:id/half-days/:halfDayId/check-in-code': 'class:administer',
  'GET /classes/:id/report': 'class:administer',
  'GET /classes/:id/survey': 'class:administer',
  'PUT /classes/:id/survey': 'class:administer',
  'POST /classes/:id/survey/open': 'class:administer',
  'POST /classes/:id/survey/remind': 'class:administer',
  'POST /classes/:id/survey/close': 'class:administer',
  'GET /classes/:id/survey/form': 'class:own',
  'POST /classes/:id/survey/answers': 'class:own',
};

const trainingClass = { title: '培训班', domain: 'llm-application', startsOn: '2027-03-01', endsOn: '2027-03-02', capacity: 30 };

/** A body that each of them takes. */
export const classBodies: Record<string, () => unknown> = {
  'POST /classes': () => trainingClass,
  'PUT /classes/:id': () => trainingClass,
  'POST /classes/check-in': () => ({ halfDayId: uuid(), code: '123456' }),
  'POST /classes/:id/cancel': () => ({ reason: '讲师时间冲突' }),
  'POST /classes/:id/close': () => ({}),
  'POST /classes/:id/copy': () => ({ title: '第二期', startsOn: '2027-03-01' }),
  'POST /classes/:id/materials': () => ({ fileId: uuid() }),
  'POST /classes/:id/nominations': () => ({ personIds: [uuid()], reason: '业务骨干' }),
  'POST /classes/:id/members': () => ({ personIds: [uuid()] }),
  'POST /classes/:id/members/removal': () => ({ personId: uuid(), reason: '岗位调整' }),
  'PUT /classes/:id/attendance': () => ({ halfDayId: uuid(), marks: [{ personId: uuid(), mark: 'present' }] }),
  'PUT /classes/:id/survey': () => ({ title: '结班问卷', anonymous: true, questions: [{ key: 'a', kind: 'scale', text: '满意度' }] }),
  'POST /classes/:id/survey/answers': () => ({ answers: { a: 5 } }),
};

const classOf = (o: Owned) => ({ id: o.trainingClass });
const materialOf = (o: Owned) => ({ id: o.trainingClass, materialId: o.material });
const administrator = { by: 'administrator' } as const;

/** Whose each of them with an id in its address is. */
export const classCases: Record<string, Case> = {
  'GET /classes/:id': { ids: classOf, ...administrator },
  'PUT /classes/:id': { ids: classOf, ...administrator, body: () => ({ title: '新名', domain: 'llm-application', startsOn: '2027-03-01', endsOn: '2027-03-02', capacity: 30 }) },
  'POST /classes/:id/publish': { ids: classOf, ...administrator },
  'POST /classes/:id/cancel': { ids: classOf, ...administrator, body: () => ({ reason: '讲师时间冲突' }) },
  'POST /classes/:id/close': { ids: classOf, ...administrator, body: () => ({}) },
  'POST /classes/:id/copy': { ids: classOf, ...administrator, body: () => ({ title: '第二期', startsOn: '2027-03-01' }) },
  'GET /classes/:id/mine': { ids: classOf },
  'POST /classes/:id/materials': { ids: classOf, ...administrator, body: (o) => ({ fileId: o.classFile }) },
  'GET /classes/:id/materials/:materialId': { ids: materialOf, mixed: (o) => ({ id: o.otherClass, materialId: o.material }) },
  'DELETE /classes/:id/materials/:materialId': { ids: materialOf, ...administrator, mixed: (o) => ({ id: o.otherClass, materialId: o.material }) },
  'POST /classes/:id/nominations': { ids: (o) => ({ id: o.otherClass }), by: 'manager', body: (o) => ({ personIds: [o.owner.id], reason: '业务骨干' }) },
  'GET /classes/:id/roster': { ids: classOf, ...administrator },
  'POST /classes/:id/members': { ids: classOf, ...administrator, body: (o) => ({ personIds: [o.other.id] }) },
  'POST /classes/:id/members/removal': { ids: classOf, ...administrator, body: (o) => ({ personId: o.owner.id, reason: '岗位调整' }) },
  'GET /classes/:id/attendance': { ids: classOf, ...administrator },
  'PUT /classes/:id/attendance': { ids: classOf, ...administrator, body: (o) => ({ halfDayId: o.halfDay, marks: [{ personId: o.owner.id, mark: 'present' }] }) },
  'GET /classes/:id/attendance/changes': { ids: classOf, ...administrator },
  'GET /classes/:id/half-days/:halfDayId/check-in-code': { ids: (o) => ({ id: o.trainingClass, halfDayId: o.halfDay }), ...administrator, mixed: (o) => ({ id: o.otherClass, halfDayId: o.halfDay }) },
  'GET /classes/:id/report': { ids: classOf, ...administrator },
  'GET /classes/:id/survey': { ids: classOf, ...administrator },
  'PUT /classes/:id/survey': { ids: classOf, ...administrator, body: () => ({ title: '问卷', anonymous: true, questions: [{ key: 'a', kind: 'scale', text: '满意度' }] }) },
  'POST /classes/:id/survey/open': { ids: classOf, ...administrator },
  'POST /classes/:id/survey/remind': { ids: classOf, ...administrator },
  'POST /classes/:id/survey/close': { ids: classOf, ...administrator },
  'GET /classes/:id/survey/form': { ids: classOf },
  'POST /classes/:id/survey/answers': { ids: classOf, body: () => ({ answers: { a: 5 } }) },
};
