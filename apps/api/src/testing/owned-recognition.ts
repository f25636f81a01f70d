import { article, makeCourse, quiz } from '@zhixing/courses/testing';
import type { TestApplication, TestClient } from '@zhixing/platform/testing';
import { finishCourse } from '@zhixing/recognition/testing';

/** What a person has been given for a course, and a doubt about it. */
export interface Recognised {
  completion: string;
  certificateCourse: string;
  certificate: string;
  certificateNumber: string;
  certificateReview: string;
}

/** The person finishes a course of the title and gets its certificate, which `administrator` then doubts. */
export async function makeRecognised(bank: TestApplication, title: string, person: TestClient, administrator: TestClient): Promise<Recognised> {
  const course = await bank.write((tx) => makeCourse(tx, [article('a'), quiz('q', { questions: 1 })], { title }));
  const { completionId } = await finishCourse(person, course.id);
  const certificate = (await person.post('/certificates', { completionId })).body as { id: string; number: string };
  const doubted = await administrator.post(`/certificates/${certificate.id}/reviews`, { reason: '成绩待复核' });
  if (doubted.status >= 300) throw new Error(`not made: ${JSON.stringify(doubted.body)}`);
  return { completion: completionId, certificateCourse: course.id, certificate: certificate.id, certificateNumber: certificate.number, certificateReview: (doubted.body as { reviews: { id: string }[] }).reviews[0]!.id };
}
