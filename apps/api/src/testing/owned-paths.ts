import type { Answer, TestClient } from '@zhixing/platform/testing';

/** A published path of the branch's administrator, for the owner's department, which the owner follows. */
export interface Followed { path: string }

/** @throws Error when it was refused */
function made({ status, body }: Answer): { id: string } {
  if (status >= 300) throw new Error(`not made: ${JSON.stringify(body)}`);
  return body as { id: string };
}

export async function makeFollowed(mark: string, { owner, administrator: { client } }: { owner: { client: TestClient }; administrator: { client: TestClient } }, departmentId: string, courseId: string): Promise<Followed> {
  const steps = [{ key: 'a', title: mark, required: true, mode: 'all', items: [{ kind: 'course', courseId }] }];
  const { id } = made(await client.post('/paths', { title: mark, description: mark, profileId: null, ordered: true, audience: [departmentId], steps }));
  made(await client.post(`/paths/${id}/publish`));
  made(await owner.client.post(`/paths/${id}/enrolments`));
  return { path: id };
}
