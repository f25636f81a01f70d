import { v7 as uuid } from 'uuid';

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
