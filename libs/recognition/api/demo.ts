import { type Completion, completions } from '@zhixing/courses/api';
import { type CardRow, personCard } from '@zhixing/people/api';
import type { PersonCard } from '@zhixing/people/contract';
import { DemoRandom, type DemoSeed, statement, type Transaction } from '@zhixing/platform/api';
import { grantsCertificate, LETTERS } from './certificates.rules.ts';
import { hoursOf } from './hours.rules.ts';
import { rulesEarned } from './points.rules.ts';

const DAY = 86_400_000;
const BANK = '示范银行';

const CARDS = statement('recognition.demo_cards', 'select * from people.card');
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
  await store(tx, 'points', finished.flatMap((one) => rulesEarned(one).map((rule) => ({
    id: random.id(one.completed_at), person_id: one.person_id, rule, points: points.get(rule), source_id: one.id, title: one.title, at: one.completed_at,
  }))));
  await certify(tx, finished.filter((one) => grantsCertificate(one) && cards.has(one.person_id)), cards, random, now);
};

/** One certificate for each, in the order of time, numbered without gaps year by year. */
async function certify(tx: Transaction, finished: Completion[], cards: Map<string, PersonCard>, random: DemoRandom, now: Date): Promise<void> {
  const last = new Map<number, number>();
  const issued = (one: Completion, at: Date, more: Row = {}): Row => {
    const year = Number(DAY_IN_BEIJING.format(at).slice(0, 4));
    const serial = (last.get(year) ?? 0) + 1;
    last.set(year, serial);
    return {
      id: random.id(at), number: `ZX-${year}-${String(serial).padStart(6, '0')}-${Array.from({ length: 4 }, () => random.pick([...LETTERS])).join('')}`, year, serial, kind: 'course', subject_id: one.course_id,
      source_id: one.id, issue: 1, person_id: one.person_id, holder: cards.get(one.person_id)!.displayName, issuer: BANK, title: one.title, version: one.version, score: one.score, department: one.department,
      earned_at: one.completed_at, issued_at: at, valid_until: null, ...more,
    };
  };
  const rows = finished.map((one) => issued(one, one.completed_at));
  const decider = [...cards.values()].find((card) => card.staffNumber === 'SF0004')!.id;
  // stories of people a visitor does not sign in as
  const [first, second] = rows.filter((row) => cards.get(row.person_id as string)!.staffNumber > 'SF0011' && (row.issued_at as Date).getTime() < now.getTime() - 20 * DAY);
  if (first && second) {
    const revokedAt = new Date(now.getTime() - 12 * DAY);
    Object.assign(first, { revoked_at: revokedAt, revoked_by: decider, grounds: 'issued_in_error', revocation_reason: '证书上的姓名与人事档案不符，已更正档案。' });
    const again = { issue: 2, replaces: first.id, reissued_by: decider, reissue_reason: '姓名更正后重新颁发。' };
    rows.push(issued(finished.find((one) => one.id === first.source_id)!, new Date(revokedAt.getTime() + 3_600_000), again));
  }
  await store(tx, 'certificate', rows);
  await store(tx, 'certificate_counter', [...last].map(([year, n]) => ({ year, last: n })));
  if (second) await store(tx, 'review', [{ id: random.id(now), certificate_id: second.id, opened_at: new Date(now.getTime() - 2 * DAY), opened_by: decider, reason: '抽查发现一道题的标准答案有误，重新评分后可能低于及格线。' }]);
}

const store = (tx: Transaction, table: string, rows: Row[]): Promise<unknown> =>
  tx.rows(statement(`recognition.demo_${table}`, `insert into recognition.${table} select * from json_populate_recordset(null::recognition.${table}, $1)`), [JSON.stringify(rows)]);
