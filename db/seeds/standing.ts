import { statement, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';

const CERTIFICATIONS = ['反洗钱岗位资格', '数据安全上岗资格', '消费者权益保护资格'];

const LEARNED = statement(
  'seeds.certified_courses',
  `select c.id from courses.course c where c.status = 'published' and c.audience = '{}' order by (select count(*) from courses.completion_record k where k.course_id = c.id) desc, c.id limit $1`,
);
const CERTIFICATION = statement(
  'seeds.certification',
  `insert into plans.certification (id, title, description, kind, issuer, course_id, months, window_days, state, revision, created_by, created_at) values ($1, $2, '', 'own', '示范银行', $3, 12, 60, 'active', 1, $4, platform.now())`,
);
/** Certification $1 is asked of every third position, from place $2. */
const REQUIRED = statement(
  'seeds.certification_positions',
  `insert into plans.certification_position (certification_id, position_id, valid_from)
   select $1, id, platform.today() - 400 from (select id, row_number() over (order by code) as place from people.position) p where p.place % 3 = $2`,
);
/** Every completion of its course is a cycle of certification $1. */
const CYCLES = statement(
  'seeds.certification_cycles',
  `insert into plans.certification_cycle (id, certification_id, person_id, number, valid_from, valid_until, window_opens_on, gap_days, source, source_id, earned_at, recorded_at)
   select gen_random_uuid(), $1, r.person_id, row_number() over (partition by r.person_id order by r.completed_at, r.id), n.valid_from, n.valid_until, n.window_opens_on, 0, 'course', r.registration_id, r.completed_at, r.completed_at
     from plans.certification k join courses.completion_record r on r.course_id = k.course_id
    cross join lateral plans.next_cycle(null, null, (r.completed_at at time zone 'Asia/Shanghai')::date, k.months, k.window_days) n
    where k.id = $1`,
);

/** Of each department on the second level and the head office a plan of this year that was handed in, with 60 items, and 40 needs that heads told of. */
const PLANS = statement(
  'seeds.annual_plans',
  `with staff as (select person_id, row_number() over (order by person_id) as place, count(*) over () as total from people.workforce where active),
   planned as (
     insert into plans.annual_plan (id, year, department_id, state, created_by, created_at, submitted_by, submitted_at)
     select gen_random_uuid(), extract(year from platform.today())::int, d.id, 'submitted', $1, platform.now(), $1, platform.now() from people.department d where cardinality(d.path) <= 2 returning id, department_id),
   placed as (select id, department_id, row_number() over (order by department_id) as place from planned),
   items as (
     insert into plans.plan_item (id, plan_id, title, audience, domain, kind, month, people, hours, budget, owner_id, revision)
     select gen_random_uuid(), p.id, '大模型应用培训第 ' || n || ' 期', '业务骨干', 'llm-application', 'class', 1 + n % 12, 30, 16, 20000, s.person_id, 1
       from placed p cross join generate_series(1, 60) n join staff s on s.place = 1 + (p.place * 7919 + n * 997) % s.total)
   insert into plans.training_need (id, plan_id, department_id, title, domain, people, why, priority, proposed_by, proposed_at, state)
   select gen_random_uuid(), p.id, p.department_id, '提示词写作培训 ' || n, 'llm-application', 20, '新业务上线', 'medium', s.person_id, platform.now(), 'waiting'
     from placed p cross join generate_series(1, 40) n join staff s on s.place = 1 + (p.place * 6131 + n * 991) % s.total`,
);

/** Who is certified for what, who must be, and what departments plan to train. */
export async function seedStanding(tx: Transaction, ownerId: string): Promise<void> {
  const courses = await tx.rows<{ id: string }>(LEARNED, [CERTIFICATIONS.length]);
  for (const [place, title] of CERTIFICATIONS.entries()) {
    const id = uuid();
    await tx.rows(CERTIFICATION, [id, title, courses[place]!.id, ownerId]);
    await tx.rows(REQUIRED, [id, place]);
    await tx.rows(CYCLES, [id]);
  }
  await tx.rows(PLANS, [ownerId]);
}
