import { v7 as uuid } from 'uuid';

/** The routes of learning paths, and what each asks for. */
export const pathRoutes: Record<string, string> = {
  'GET /paths': 'path:own',
  'GET /paths/administered': 'path:administer',
  'GET /paths/aim': 'path:own',
  'POST /paths': 'path:administer',
  'GET /paths/:id': 'path:own',
  'PATCH /paths/:id': 'path:administer',
  'GET /paths/:id/draft': 'path:administer',
  'POST /paths/:id/publish': 'path:administer',
  'POST /paths/:id/retire': 'path:administer',
  'POST /paths/:id/enrolments': 'path:own',
  'DELETE /paths/:id/enrolments': 'path:own',
};

const steps = () => [{ key: 'a', title: '第一步', required: true, mode: 'all', items: [{ kind: 'course', courseId: uuid() }] }];

/** A body that each of them takes. */
export const pathBodies: Record<string, () => unknown> = {
  'POST /paths': () => ({ title: '学习路径', description: '', profileId: null, ordered: true, audience: [], steps: steps() }),
  'PATCH /paths/:id': () => ({ title: '学习路径', steps: steps() }),
};
