import { DemoRandom, type DemoSeed, statement } from '@zhixing/platform/api';

/** Staff number -> the profile aimed at, chosen so many days ago. */
const TARGETS: Record<string, [profileId: string, days: number]> = {
  SF0001: ['business-ai-champion', 60],
  SF0002: ['llm-application-engineer', 90],
  SF0003: ['business-ai-champion', 100],
  SF0005: ['llm-application-engineer', 110],
};

/** Staff number -> how they assess themselves, so many days ago; `open` = reviewers have not decided yet. */
const CLAIMS: [staffNumber: string, skillId: string, level: number, days: number, note: string, open?: true][] = [
  ['SF0001', 'prompt-engineering', 2, 21, '每周用提示词整理会议纪要'],
  ['SF0001', 'credit', 3, 6, '独立完成过十余户小微企业尽调', true],
  ['SF0002', 'agents', 2, 30, '在测试平台配置过制度问答助手'],
  ['SF0003', 'risk-control', 4, 12, '分管贷后预警三年', true],
];

const TARGET = statement(
  'skills.demo_target',
  `insert into skills.target (person_id, profile_id, chosen_at)
   select c.person_id, t.profile, $2::timestamptz - t.days * interval '1 day' from json_to_recordset($1) as t(staff text, profile text, days int) join people.card c on c.staff_number = t.staff`,
);

const CLAIM = statement(
  'skills.demo_claim',
  `insert into skills.evidence (id, person_id, skill_id, level, source_kind, source_id, verified, title, evidenced_on, expires_on, framework_version, recorded_at)
   select k.id, c.person_id, k.skill, k.level, 'self_assessment', k.id::text, false, k.note, n.day, (n.day + d.half_life_months * interval '1 month')::date, d.version, n.at
     from json_to_recordset($1) as k(id uuid, staff text, skill text, level int, days int, note text)
     join people.card c on c.staff_number = k.staff
     join skills.skill_definition d on d.skill_id = k.skill and d.version = 1
    cross join lateral (select $2::timestamptz - k.days * interval '1 day' as at, (($2::timestamptz - k.days * interval '1 day') at time zone 'Asia/Shanghai')::date as day) n`,
);

const REVIEW = statement(
  'skills.demo_review',
  `insert into skills.review (id, person_id, skill_id, level, note, state, opened_at)
   select e.id, e.person_id, e.skill_id, e.level, e.title, 'open', e.recorded_at from skills.evidence e where e.id = any($1)`,
);

/** What the people a visitor signs in as aim at and claim; their evidence comes with the courses they finished. */
export const seedSkills: DemoSeed = async (tx, { now }) => {
  const random = new DemoRandom(71);
  await tx.rows(TARGET, [JSON.stringify(Object.entries(TARGETS).map(([staff, [profile, days]]) => ({ staff, profile, days }))), now]);
  const claims = CLAIMS.map(([staff, skill, level, days, note, open = false]) => ({ id: random.id(new Date(now.getTime() - days * 86_400_000)), staff, skill, level, days, note, open }));
  await tx.rows(CLAIM, [JSON.stringify(claims), now]);
  await tx.rows(REVIEW, [claims.filter((one) => one.open).map((one) => one.id)]);
};
