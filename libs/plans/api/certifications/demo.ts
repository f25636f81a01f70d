import { statement } from '@zhixing/platform/api';
import type { ClassStory } from '../classes/demo.ts';
import { CertificationCycle, CertificationPosition, CertificationRow } from './certifications.entities.ts';
import { SAVE_SKILLS } from './certifications.queries.ts';
import { offerCertified } from './evidence.ts';

const POSITIONS = statement('plans.demo_positions', 'select id from people.position where name = any($1) order by name');
/** The cycle that each first completion of course $1 gives, for a period of $2 months with a window of $3 days. */
const EARNED = statement(
  'plans.demo_cycles',
  `select p.person_id, p.registration_id, p.completed_at, n.valid_from::text, n.valid_until::text, n.window_opens_on::text
     from (select distinct on (person_id) * from plans.attempted where target_kind = 'course' and target_id = $1 and completed_at is not null order by person_id, completed_at) p
    cross join lateral plans.next_cycle(null, null, (p.completed_at at time zone 'Asia/Shanghai')::date, $2, $3) n order by p.completed_at, p.person_id`,
);
const WORKING_AS = statement('plans.demo_working_as', 'select c.person_id as id from people.card c where c.position = $1 order by c.staff_number');

/** Two certifications that positions require: one for a course of the bank, renewed twice a year, and one of another body, of whose holders some are valid, one may renew, one is about to run out, one has run out, and one has none. */
export async function seedCertifications({ tx, random, courses, administrator, day, at }: ClassStory): Promise<void> {
  const certification = async (o: Pick<CertificationRow, 'title' | 'description' | 'kind' | 'issuer' | 'courseId' | 'months' | 'windowDays'>, positions: string[], skills: [skill: string, level: number][]): Promise<string> => {
    const id = random.id(at(-400));
    await tx.manager.insert(CertificationRow, { ...o, id, state: 'active', revision: 1, createdBy: administrator, createdAt: at(-400) });
    const required = await tx.rows<{ id: string }>(POSITIONS, [positions]);
    await tx.manager.insert(CertificationPosition, required.map((one) => ({ certificationId: id, positionId: one.id, validFrom: day(-400), validUntil: null })));
    await tx.rows(SAVE_SKILLS, [id, skills.map(([skill]) => skill), skills.map(([, level]) => level)]);
    return id;
  };
  const courseId = courses.get('llm-safety-compliance')!;
  const own = await certification(
    { title: '大模型安全上岗资格', description: '在授信、客服与科技岗位使用大模型处理客户信息前须取得，每半年复训一次。', kind: 'own', issuer: '示范银行', courseId, months: 6, windowDays: 30 },
    ['授信审查岗', '贷后管理岗', '客服坐席', '应用工程师', '合规审查岗'],
    [['ai-security', 2], ['compliance', 2]],
  );
  const earned = await tx.rows<{ person_id: string; registration_id: string; completed_at: Date; valid_from: string; valid_until: string; window_opens_on: string }>(EARNED, [courseId, 6, 30]);
  const cycles = earned.map((one) => ({
    id: random.id(one.completed_at), certificationId: own, personId: one.person_id, number: 1, validFrom: one.valid_from, validUntil: one.valid_until, windowOpensOn: one.window_opens_on, gapDays: 0, source: 'course',
    sourceId: one.registration_id, reference: null, earnedAt: one.completed_at, recordedAt: one.completed_at,
  }));
  await tx.manager.insert(CertificationCycle, cycles);
  const external = await certification(
    { title: '反洗钱岗位资格', description: '反洗钱监测与可疑交易分析人员须持有行业协会颁发的岗位资格，凭证书扫描件登记。', kind: 'external', issuer: '行业协会', courseId: null, months: 24, windowDays: 60 },
    ['反洗钱监测岗'],
    [['compliance', 3], ['risk-control', 2]],
  );
  // until so many days from today; the last of them never was certified
  const ends = [420, 48, 16, -38];
  const monitors = (await tx.rows<{ id: string }>(WORKING_AS, ['反洗钱监测岗'])).slice(0, ends.length);
  const held = monitors.map(({ id }, place) => {
    const cycle = random.id(at(-390));
    return {
      id: cycle, certificationId: external, personId: id, number: 1, validFrom: day(ends[place]! - 730), validUntil: day(ends[place]!), windowOpensOn: day(ends[place]! - 60), gapDays: 0, source: 'import', sourceId: cycle,
      reference: `AML-${day(ends[place]! - 730).slice(0, 4)}-${String(1800 + 37 * place).padStart(6, '0')}`, earnedAt: at(ends[place]! - 730), recordedAt: at(-390),
    };
  });
  await tx.manager.insert(CertificationCycle, held);
  await offerCertified(tx, [...cycles, ...held].map(({ id }) => id));
}
