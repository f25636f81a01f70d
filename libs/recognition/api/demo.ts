import { type Completion, completions } from '@zhixing/courses/api';
import { type CardRow, personCard } from '@zhixing/people/api';
import type { PersonCard } from '@zhixing/people/contract';
import { type ClassHours, classHours } from '@zhixing/plans/api';
import { DemoRandom, type DemoSeed, statement, type Transaction } from '@zhixing/platform/api';
import { grantsCertificate, LETTERS } from './certificates.rules.ts';
import { hoursOf } from './hours.rules.ts';
import { rulesEarned } from './points.rules.ts';

const DAY = 86_400_000;
const BANK = '示范银行';

const CARDS = statement('recognition.demo_cards', 'select * from people.card');
const CLOSED_CLASSES = statement('recognition.demo_classes', "select id from plans.training_class where state = 'closed' order by id");
const RULES = statement('recognition.demo_rules', 'select distinct on (code) code, points from recognition.points_rule order by code, valid_from');

type Row = Record<string, unknown>;

const DAY_IN_BEIJING = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** What half a year of finished courses earned by the rules of the room, and two decisions: one certificate revoked and issued anew, one in doubt. */
export const seedRecognition: DemoSeed = async (tx, { now }) => {
  const random = new DemoRandom(907);
  const cards = new Map((await tx.rows<CardRow>(CARDS)).map((row) => [row.person_id, personCard(row)]));
  const points = new Map((await tx.rows<{ code: string; points: number }>(RULES)).map((rule) => [rule.code, rule.points]));
  const finished: Completion[] = [];
  for await (const some of completions(tx)) finished.push(...some);
  finished.sort((one, other) => one.completed_at.getTime() - other.completed_at.getTime() || (one.id < other.id ? -1 : 1));

  await store(tx, 'hours', finished.map((one) => ({
    id: random.id(one.completed_at), person_id: one.person_id, ...hoursOf(one), on: DAY_IN_BEIJING.format(one.completed_at), source: 'completion', source_id: one.id, note: one.title, by_person_id: null, at: one.completed_at,
  })));
  await store(tx, 'hours', [...cards.keys()].flatMap((personId) => offline(personId, cards, random, now)));
  await store(tx, 'points', finished.flatMap((one) => rulesEarned(one).map((rule) => ({
    id: random.id(one.completed_at), person_id: one.person_id, rule, points: points.get(rule), source_id: one.id, title: one.title, at: one.completed_at,
  }))));
  const attended: ClassHours[] = [];
  for (const { id } of await tx.rows<{ id: string }>(CLOSED_CLASSES)) attended.push(...(await classHours(tx, id)));
  await store(tx, 'hours', attended.map((one) => ({
    id: random.id(one.closed_at), person_id: one.person_id, kind: 'formal', minutes: one.minutes, on: DAY_IN_BEIJING.format(one.closed_at), source: 'class', source_id: one.id, note: one.title, by_person_id: null, at: one.closed_at,
  })));
  await certify(tx, finished.filter((one) => grantsCertificate(one) && cards.has(one.person_id)), cards, random, now);
};

/** What people learned in rooms rather than here: lines an administrator added after checking the attendance lists. */
const OFFLINE = [
  { kind: 'formal', note: '新产品合规集中培训，签到表与考试成绩已核', days: 205, minutes: [360, 960] },
  { kind: 'formal', note: '反洗钱年度面授与考试，签到表与考试成绩已核', days: 96, minutes: [240, 720] },
  { kind: 'other', note: '总行专题讲座，签到表已核', days: 61, minutes: [120, 480] },
  { kind: 'other', note: '同业交流与外部研讨，证明材料已核', days: 33, minutes: [240, 1440] },
] as const;

function offline(personId: string, cards: Map<string, PersonCard>, random: DemoRandom, now: Date): Row[] {
  const administrator = [...cards.values()].find((card) => card.staffNumber === (cards.get(personId)!.staffNumber === 'SF0004' ? 'SF0005' : 'SF0004'))!.id;
  return OFFLINE.filter(() => random.chance(0.7)).map(({ kind, note, days, minutes: [least, most] }) => {
    const at = new Date(now.getTime() - days * DAY);
    const id = random.id(at);
    return { id, person_id: personId, kind, minutes: Math.round(random.int(least, most) / 30) * 30, on: DAY_IN_BEIJING.format(at), source: 'correction', source_id: id, note, by_person_id: administrator, at };
  });
}

/** One certificate for each, numbered in the order of time without gaps, year by year. */
async function certify(tx: Transaction, finished: Completion[], cards: Map<string, PersonCard>, random: DemoRandom, now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * DAY);
  const granted = (one: Completion, at: Date): Row & { issued_at: Date } => ({
    id: random.id(at), kind: 'course', subject_id: one.course_id, source_id: one.id, issue: 1, person_id: one.person_id, holder: cards.get(one.person_id)!.displayName, issuer: BANK, title: one.title,
    version: one.version, score: one.score, department: one.department, earned_at: one.completed_at, issued_at: at, valid_until: null,
  });
  const rows = finished.map((one) => granted(one, one.completed_at));
  const decider = [...cards.values()].find((card) => card.staffNumber === 'SF0004')!.id;
  // stories of people a visitor does not sign in as
  const [revoked, doubted] = finished.filter((one) => cards.get(one.person_id)!.staffNumber > 'SF0011' && one.completed_at < before(20));
  if (revoked) {
    const row = rows.find((one) => one.source_id === revoked.id)!;
    Object.assign(row, { revoked_at: before(12), revoked_by: decider, grounds: 'issued_in_error', revocation_reason: '证书上的姓名与人事档案不符，已更正档案。' });
    rows.push({ ...granted(revoked, before(11)), issue: 2, replaces: row.id, reissued_by: decider, reissue_reason: '姓名更正后重新颁发。' });
    rows.sort((one, other) => one.issued_at.getTime() - other.issued_at.getTime());
  }
  const last = new Map<number, number>();
  await store(tx, 'certificate', rows.map((row) => {
    const year = Number(DAY_IN_BEIJING.format(row.issued_at).slice(0, 4));
    const serial = (last.get(year) ?? 0) + 1;
    last.set(year, serial);
    return { ...row, year, serial, number: `ZX-${year}-${String(serial).padStart(6, '0')}-${Array.from({ length: 4 }, () => random.pick([...LETTERS])).join('')}` };
  }));
  await store(tx, 'certificate_counter', [...last].map(([year, n]) => ({ year, last: n })));
  const id = doubted && rows.find((one) => one.source_id === doubted.id)!.id;
  if (id) await store(tx, 'review', [{ id: random.id(now), certificate_id: id, opened_at: before(2), opened_by: decider, reason: '抽查发现一道题的标准答案有误，重新评分后可能低于及格线。' }]);
}

const store = (tx: Transaction, table: string, rows: Row[]): Promise<unknown> =>
  tx.rows(statement(`recognition.demo_${table}`, `insert into recognition.${table} select * from json_populate_recordset(null::recognition.${table}, $1)`), [JSON.stringify(rows)]);
