import type { TestClient } from '@zhixing/platform/testing';
import type { Case, Owned } from './owned.ts';
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

const pathOf = (o: Owned) => ({ id: o.path });
const administrator = { by: 'administrator' } as const;

/** Whose each of them with an id in its address is. */
export const pathCases: Record<string, Case> = {
  'GET /paths/:id': { ids: pathOf },
  'POST /paths/:id/enrolments': { ids: pathOf },
  'DELETE /paths/:id/enrolments': { ids: pathOf },
  'PATCH /paths/:id': { ids: pathOf, ...administrator, body: () => ({ title: '新名' }) },
  'GET /paths/:id/draft': { ids: pathOf, ...administrator },
  'POST /paths/:id/publish': { ids: pathOf, ...administrator },
  'POST /paths/:id/retire': { ids: pathOf, ...administrator },
};

export const pathReferences = { 'POST /paths audience': 'tested', 'POST /paths courseId': 'tested', 'PATCH /paths/:id audience': 'tested', 'PATCH /paths/:id courseId': 'tested' } as const;

/** What the administrator of another branch is told who makes or changes a path with courses and departments of the owner's, and the code that is expected. */
export async function foreignPaths(branch: TestClient, { department, course: courseId }: Owned): Promise<{ asked: string; answer: unknown; code: string }[]> {
  const draft = { title: '复核', description: '', profileId: null, ordered: false, audience: [(await branch.get('/auth/me')).body.person.department.id], steps: [] };
  const own = await branch.post('/paths', draft);
  if (own.status !== 201) throw new Error(`not made: ${JSON.stringify(own.body)}`);
  const steps = [{ key: 'a', title: '复核', required: true, mode: 'all', items: [{ kind: 'course', courseId }] }];
  const told: { asked: string; answer: unknown; code: string }[] = [];
  for (const [more, code] of [[{ steps }, 'plans.target_closed'], [{ audience: [department] }, 'plans.path_audience'], [{ audience: [] }, 'plans.path_audience']] as const) {
    told.push({ asked: `POST ${JSON.stringify(more)}`, answer: (await branch.post('/paths', { ...draft, ...more })).body, code });
    told.push({ asked: `PATCH ${JSON.stringify(more)}`, answer: (await branch.send('PATCH', `/paths/${own.body.id}`, more, { 'if-match': '"1"' })).body, code });
  }
  return told;
}
