import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessRoom } from '@zhixing/access/api';
import { peopleRoom } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';
import { testApp, type TestApplication } from '@zhixing/platform/testing';
import { type EvidenceOffer, skillsRoom, SkillsService } from '@zhixing/skills/api';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';

let bank: TestApplication;
let skills: SkillsService;
let today: string;

beforeAll(async () => {
  bank = await testApp([peopleRoom, accessRoom, skillsRoom]);
  skills = bank.app.get(SkillsService);
  today = (await bank.database.rows<{ today: string }>(statement('test.today', 'select platform.today()::text as today')))[0]!.today;
});
afterAll(() => bank.close());

const offer = (o: Partial<EvidenceOffer> & { personId: string }): EvidenceOffer => ({ skillId: 'rag', level: 2, source: { kind: 'course', id: uuid() }, artefact: { title: '检索增强生成实战', link: null }, ...o });
const give = (...offers: EvidenceOffer[]) => bank.write((tx) => skills.offerEvidence(tx, ...offers));
const levelsOf = async (personId: string) => (await skills.levelsOf([personId])).get(personId) ?? [];
const evidenceOf = (personId: string) => bank.database.rows<{ expires_on: string }>(statement('test.evidence', 'select *, expires_on::text from skills.evidence where person_id = $1'), [personId]);

const dayOf = (date: string): number => Date.parse(date) / 86_400_000;
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The same day so many months later, or the last of a shorter month. */
function monthsLater(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

test('the same source gives a skill its evidence once, also when twenty say it at once', async () => {
  const personId = uuid();
  const one = offer({ personId });
  const stored = await Promise.all(Array.from({ length: 20 }, () => give(one)));
  expect(stored.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await give({ ...one, level: 5 }, { ...one, skillId: 'agents' })).toBe(1);
  expect(await levelsOf(personId)).toEqual(expect.arrayContaining([expect.objectContaining({ skillId: 'rag', level: 2 }), expect.objectContaining({ skillId: 'agents', level: 2 })]));
});

test.each([
  ['rag', '2024-02-29', '2025-02-28'],
  ['rag', '2026-08-31', '2027-08-31'],
  ['credit', '2026-02-28', '2028-02-28'],
  ['nlp', '2026-08-31', '2028-02-29'],
])('evidence of %s of %s lasts by the half-life of the skill, until %s', async (skillId, on, expiresOn) => {
  const personId = uuid();
  await give(offer({ personId, skillId, on }));
  expect((await evidenceOf(personId)).map((row) => row.expires_on)).toEqual([expiresOn]);
});

test('a skill the framework does not have is refused, nothing is stored', async () => {
  const personId = uuid();
  await expect(give(offer({ personId }), offer({ personId, skillId: 'alchemy' }))).rejects.toThrow(/not-null|foreign key/);
  expect(await evidenceOf(personId)).toEqual([]);
  await expect(skills.require(['rag', 'alchemy'])).rejects.toMatchObject({ code: 'skills.unknown_skill', values: { skill: 'alchemy' } });
});

test('evidence can be added, never changed or taken away; a claim can never be verified', async () => {
  const personId = uuid();
  await give(offer({ personId }));
  for (const write of ['update skills.evidence set level = 5', 'delete from skills.evidence', 'update skills.skill_definition set half_life_months = 1', 'update skills.framework_version set note = note'])
    await expect(bank.database.rows(statement(`test.${write}`.slice(0, 60), write))).rejects.toMatchObject({ code: '42501' });
  const claim = `insert into skills.evidence select $1, person_id, skill_id, 5, 'self_assessment', 'x', true, '', null, evidenced_on, expires_on, framework_version, recorded_at from skills.evidence where person_id = $2`;
  await expect(bank.database.rows(statement('test.claim', claim), [uuid(), personId])).rejects.toMatchObject({ code: '23514' });
});

/** Level, its first unbroken day and its end, walked day by day: what the view `skills.current_level` computes in one statement. */
function model(pieces: readonly { level: number; on: string }[], months: number) {
  const spans = pieces.map(({ level, on }) => ({ level, from: dayOf(on), until: dayOf(monthsLater(on, months)) }));
  const held = spans.filter(({ from, until }) => from <= dayOf(today) && until > dayOf(today));
  if (!held.length) return [];
  const level = Math.max(...held.map((one) => one.level));
  let since = dayOf(today);
  while (spans.some((one) => one.level >= level && one.from < since && one.until >= since)) since--;
  return [{ skillId: 'rag', level, since: dateOf(since), expiresOn: dateOf(Math.max(...held.filter((one) => one.level === level).map((one) => one.until))) }];
}

test('the derived level equals the simple model, whatever the evidence', async () => {
  const piece = fc.record({ level: fc.integer({ min: 1, max: 5 }), on: fc.integer({ min: -1_000, max: 40 }).map((days) => dateOf(dayOf(today) + days)) });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 8 }), async (pieces) => {
      const personId = uuid();
      await give(...pieces.map((one) => offer({ personId, ...one })));
      expect(await levelsOf(personId)).toEqual(model(pieces, 12));
    }),
    { numRuns: 120 },
  );
});
