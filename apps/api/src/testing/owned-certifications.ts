import { clientOf } from '@zhixing/access/testing';
import { makePerson } from '@zhixing/people/testing';
import { statement } from '@zhixing/platform/api';
import type { Answer, TestApplication, TestClient } from '@zhixing/platform/testing';
import { v7 as uuid } from 'uuid';

/** What somebody holds, handed in and was offered. */
export interface Certified {
  certification: string;
  cycle: string;
  /** Ends in 30 days. */
  endingCycle: string;
  externalCertificate: string;
  earlyRenewal: string;
}

const EARLY = statement(
  'test.owned_early',
  `insert into plans.certification_early (id, certification_id, person_id, registration_id, completed_at, state, offered_at) values ($1, $2, $3, $1, platform.now(), 'offered', platform.now())`,
);

const ENDING = statement(
  'test.owned_ending',
  `insert into plans.certification_cycle (id, certification_id, person_id, number, valid_from, valid_until, window_opens_on, gap_days, source, source_id, earned_at, recorded_at)
   values ($1, $2, $3, 1, platform.today() - 335, platform.today() + 30, platform.today() - 30, 0, 'import', $1, platform.now(), platform.now())`,
);

/** @throws Error when it was refused */
function made({ status, body }: Answer): { id: string; items: { cycleId: string; id: string; person: { id: string } }[] } {
  if (status >= 300) throw new Error(`not made: ${JSON.stringify(body)}`);
  return body as ReturnType<typeof made>;
}

/** The owner holds a certificate of another body that the branch's administrator accepted, has handed in another, and may renew early. */
export async function makeCertified(bank: TestApplication, mark: string, { owner, administrator }: { owner: { id: string; client: TestClient }; administrator: { client: TestClient } }): Promise<Certified> {
  const office = await clientOf(bank, (await bank.write((tx) => makePerson(tx, { roles: ['ld_admin'] }))).id);
  const certification = async () => made(await office.post('/certifications', { title: `资格 ${uuid().slice(-12)}`, kind: 'external', issuer: '行业协会' })).id;
  const submit = async (certificationId: string) => {
    const file = made(await owner.client.upload('/files', `${mark}.png`, Buffer.from('89504e470d0a1a0a', 'hex') as Uint8Array<ArrayBuffer>));
    return made(await owner.client.post('/external-certificates', { certificationId, number: mark, issuedOn: '2026-01-01', validUntil: null, fileId: file.id })).id;
  };
  const [held, other, ending] = [await certification(), await certification(), await certification()];
  made(await administrator.client.post(`/external-certificates/${await submit(held)}/decision`, { decision: 'accepted' }));
  const [earlyRenewal, endingCycle] = [uuid(), uuid()];
  await bank.write((tx) => tx.rows(ENDING, [endingCycle, ending, owner.id]));
  await bank.write((tx) => tx.rows(EARLY, [earlyRenewal, other, owner.id]));
  return { certification: held, earlyRenewal, endingCycle, externalCertificate: await submit(other), cycle: made(await administrator.client.get(`/certifications/${held}/holders`)).items[0]!.cycleId };
}
