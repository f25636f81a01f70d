import { classBody } from '@zhixing/plans/testing';
import type { Answer, TestApplication, TestClient } from '@zhixing/platform/testing';

/** A training class of the branch's administrator with the owner on its roster, and another that takes nominations. */
export interface Classed {
  trainingClass: string;
  otherClass: string;
  halfDay: string;
  material: string;
  /** A file of the administrator's that is no material yet. */
  classFile: string;
}

/** @throws Error when it was refused */
function made({ status, body }: Answer): { id: string; halfDays: { id: string }[]; materials: { id: string }[] } {
  if (status >= 300) throw new Error(`not made: ${JSON.stringify(body)}`);
  return body as ReturnType<typeof made>;
}

/** The class has an attendance, a material and an open survey. */
export async function makeClassed(bank: TestApplication, mark: string, { owner, administrator: { client } }: { owner: { id: string }; administrator: { client: TestClient } }, departmentId: string): Promise<Classed> {
  const published = async () => {
    const { id } = made(await client.post('/classes', await classBody(bank, { title: mark, quotas: [{ departmentId, quota: 5 }] })));
    return made(await client.post(`/classes/${id}/publish`));
  };
  const [{ id, halfDays }, other] = [await published(), await published()];
  const file = async (name: string) => made(await client.upload('/files', name, Buffer.from('89504e470d0a1a0a', 'hex') as Uint8Array<ArrayBuffer>)).id;
  const { materials } = made(await client.post(`/classes/${id}/materials`, { fileId: await file(`${mark}.png`) }));
  made(await client.post(`/classes/${id}/members`, { personIds: [owner.id], reason: mark }));
  made(await client.send('PUT', `/classes/${id}/attendance`, { halfDayId: halfDays[0]!.id, marks: [{ personId: owner.id, mark: 'present' }] }));
  made(await client.send('PUT', `/classes/${id}/survey`, { title: mark, anonymous: true, questions: [{ key: 'a', kind: 'scale', text: mark }] }));
  made(await client.post(`/classes/${id}/survey/open`));
  return { trainingClass: id, otherClass: other.id, halfDay: halfDays[0]!.id, material: materials[0]!.id, classFile: await file('讲义.png') };
}
