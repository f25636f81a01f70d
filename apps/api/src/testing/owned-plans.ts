import { dayFromNow } from '@zhixing/plans/testing';
import type { Answer, TestApplication, TestClient } from '@zhixing/platform/testing';

/** Who has to do with what `makePlanned` makes. */
interface People {
  owner: { id: string; staffNumber: string; client: TestClient };
  other: { id: string };
  manager: { client: TestClient };
  administrator: { client: TestClient };
}

/** What a person is to do, and everything that was asked and decided about it. */
export interface Planned {
  /** Of the branch's administrator, with a run and open for nominations. */
  assignment: string;
  /** Another of theirs, whose `exception` waits. */
  otherAssignment: string;
  run: string;
  exception: string;
  /** The manager's own for the owner, with `obligation`. */
  directAssignment: string;
  obligation: string;
  extension: string;
  waiver: string;
  nomination: string;
  /** A file of results of the branch's administrator, checked. */
  resultsImport: string;
}

interface Made {
  id: string;
  extensions: { id: string }[];
  waivers: { id: string }[];
  items: { id: string; state: string; assignment: { id: string }; counts: { affected: number } }[];
}

/** @throws Error when it was refused */
function made({ status, body }: Answer): Made {
  if (status >= 300) throw new Error(`not made: ${JSON.stringify(body)}`);
  return body as Made;
}

/** The manager assigns both courses to the owner, who asks for more time at one and is let off the other; the administrator assigns by rule, and the owner is nominated. */
export async function makePlanned(bank: TestApplication, mark: string, { owner, other, manager, administrator }: People, course: string, otherCourse: string): Promise<Planned> {
  const post = async (client: TestClient, path: string, body: unknown = {}) => made(await client.post(path, body));
  const get = async (client: TestClient, path: string) => made(await client.get(path)).items;
  const target = (id: string) => ({ kind: 'course', id });
  const direct = async (id: string, days: number) => (await post(manager.client, '/assignments/direct', { target: target(id), personIds: [owner.id], dueOn: await dayFromNow(bank, days), reason: mark })).id;
  const directAssignment = await direct(course, 20);
  const waived = await direct(otherCourse, 25);
  const byRule = async (personId: string, more: object) => {
    const body = { title: mark, reason: mark, target: target(course), audience: { kind: 'people.persons', value: { personIds: [personId] } }, ...more };
    const { id } = await post(administrator.client, '/assignments', body);
    await post(administrator.client, `/assignments/${id}/activate`);
    return id;
  };
  const assignment = await byRule(other.id, { due: { kind: 'fixed', on: await dayFromNow(bank, 60) }, nominations: { quota: 5, until: await dayFromNow(bank, 20) } });
  const otherAssignment = await byRule(owner.id, { due: { kind: 'fixed', on: await dayFromNow(bank, 5) }, minimumDays: 30 });
  const file = Buffer.from(`工号,课程,完成日期\n${owner.staffNumber},${mark},2024-03-05`) as Uint8Array<ArrayBuffer>;
  const resultsImport = made(await administrator.client.upload('/results-imports', `${mark}.csv`, file)).id;
  await bank.work();
  const runs = (id: string) => get(administrator.client, `/assignments/${id}/runs`);
  for (const run of await runs(otherAssignment)) if (run.state === 'waiting') await post(administrator.client, `/assignments/${otherAssignment}/runs/${run.id}/confirm`, { affected: run.counts.affected });
  await bank.work();

  const obligations = await get(owner.client, '/obligations');
  const obligationOf = (id: string) => obligations.find((one) => one.assignment.id === id)!.id;
  const evidence = made(await administrator.client.upload('/files', `${mark}.png`, Buffer.from('89504e470d0a1a0a', 'hex') as Uint8Array<ArrayBuffer>)).id;
  await post(manager.client, '/nominations', { assignmentId: assignment, personIds: [owner.id], reason: mark });
  return {
    assignment, otherAssignment, directAssignment, resultsImport,
    run: (await runs(assignment))[0]!.id,
    exception: (await get(administrator.client, `/assignments/exceptions?assignmentId=${otherAssignment}`))[0]!.id,
    obligation: obligationOf(directAssignment),
    extension: (await post(owner.client, '/extensions', { obligationId: obligationOf(directAssignment), until: await dayFromNow(bank, 40), reason: mark })).extensions[0]!.id,
    waiver: (await post(administrator.client, '/waivers', { obligationId: obligationOf(waived), reason: mark, evidenceFileId: evidence, expiresOn: await dayFromNow(bank, 90) })).waivers[0]!.id,
    nomination: (await get(manager.client, '/nominations'))[0]!.id,
  };
}
