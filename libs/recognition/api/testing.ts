import type { Transaction } from '@zhixing/platform/api';
import type { TestApplication, TestClient } from '@zhixing/platform/testing';
import { clientOf } from '@zhixing/access/testing';
import { article, makeCourse, quiz } from '@zhixing/courses/testing';
import { makePerson } from '@zhixing/people/testing';
import { v7 as uuid } from 'uuid';

export { TAKE_LOOKUP } from './certificates.queries.ts';
export { grantsCertificate } from './certificates.rules.ts';
export { hoursOf } from './hours.rules.ts';
export { rulesEarned } from './points.rules.ts';

/** Somebody who has finished a course, for tests. */
export interface Finished {
  client: TestClient;
  person: { id: string; displayName: string; staffNumber: string };
  course: { id: string; title: string };
  registrationId: string;
  completionId: string;
}

/**
 * A person who has just finished a course over HTTP: of one article and one quiz passed after `failures` failed tries, or of the article alone.
 * Nothing has been worked off yet.
 */
export async function finish(bank: TestApplication, o: Parameters<typeof makePerson>[1] & { exam?: boolean; failures?: number } = {}): Promise<Finished> {
  const { exam = true, failures = 0, ...who } = o;
  const made = await bank.write(async (tx: Transaction) => ({ person: await makePerson(tx, who), course: await makeCourse(tx, [article('a'), ...(exam ? [quiz('q', { questions: 2 })] : [])]) }));
  const client = await clientOf(bank, made.person.id);
  const { id: registrationId } = (await client.post(`/courses/${made.course.id}/registrations`)).body;
  const lesson = (key: string) => `/registrations/${registrationId}/lessons/${key}`;
  const event = (kind: string) => client.post(`${lesson('a')}/events`, { id: uuid(), kind, clientTime: '2026-01-01T00:00:00.000Z' });
  await event('opened');
  await event('marked_done');
  for (let number = 0; exam && number <= failures; number++) {
    await client.get(lesson('q'));
    const attempt = (await client.post(`${lesson('q')}/attempts`)).body;
    const answers = attempt.questions.map((question: { id: string }) => ({ questionId: question.id, sequence: 1, choices: [number < failures ? 'c' : 'a'] }));
    await client.put(`/attempts/${attempt.id}/answers`, { answers });
    await client.post(`/attempts/${attempt.id}/submit`);
  }
  const completionId = (await client.get(`/registrations/${registrationId}`)).body.completion.id;
  return { client, ...made, registrationId, completionId };
}
