import type { PathItem, PathStep } from '@zhixing/plans/contract';
import { DemoRandom, statement, type Transaction } from '@zhixing/platform/api';
import { Path, PathCompletion, PathEnrolment, PathVersion } from './paths.entities.ts';
import { BEGUN } from './paths.queries.ts';
import { layOut } from './paths.service.ts';

const DAY = 86_400_000;

interface Told { title: string; description: string; profile: string | null; ordered?: boolean; steps: [key: string, title: string, mode: 'all' | 'any', required: boolean, ...items: (string | [skill: string, level: number])[]][] }

const BASICS: Told['steps'][number] = ['basics', '打好共同底子', 'all', true, 'llm-foundations-banking', 'llm-safety-compliance'];

/** A map for each shipped role, and a first path for everybody. Courses stand by slug, skills with the level to prove. */
const PATHS: Told[] = [
  { title: '新人第一课：安全地用好大模型', description: '入行一个月内走完：先守住底线，再学会提问，最后在日常公文里用起来。', profile: null, ordered: true, steps: [
    ['rules', '守住底线', 'all', true, 'llm-safety-compliance'], ['asking', '学会提问', 'all', true, 'prompt-engineering-practice'], ['daily', '用在日常', 'any', true, 'meeting-minutes-assistant', 'credit-report-drafting'], ['more', '想走得更远', 'all', false, 'rag-policy-assistant'],
  ] },
  { title: '大模型应用工程师学习地图', description: '最稀缺的方向：懂业务、会提示词与检索增强，能把一个场景做到上线。', profile: 'llm-application-engineer', steps: [
    BASICS, ['craft', '提示词与检索增强', 'all', true, 'prompt-engineering-practice', 'rag-policy-assistant'], ['scene', '做透一个信贷场景', 'any', true, 'credit-report-drafting', 'credit-risk-signals'], ['proof', '拿出佐证', 'all', true, ['prompt-engineering', 2], ['rag', 2]], ['graph', '再进一步：图谱与大模型', 'all', false, 'knowledge-graph-intro'],
  ] },
  { title: '大模型算法工程师学习地图', description: '从数据、微调到评测：先补齐银行场景与安全要求，再以佐证证明深度。', profile: 'llm-algorithm-engineer', steps: [
    BASICS, ['knowledge', '领域知识怎样进模型', 'all', true, 'knowledge-graph-intro', 'rag-policy-assistant'], ['proof', '拿出佐证', 'all', true, ['fine-tuning', 2], ['evaluation', 2], ['data', 2]],
  ] },
  { title: '大模型架构师学习地图', description: '能选型、能算账、守得住边界：架构、推理成本与安全三件事一起想。', profile: 'llm-architect', steps: [
    BASICS, ['patterns', '检索增强与图谱的工程取舍', 'all', true, 'rag-policy-assistant', 'knowledge-graph-intro'], ['proof', '拿出佐证', 'all', true, ['architecture', 2], ['ai-security', 2], ['agents', 1]],
  ] },
  { title: '数据科学家学习地图', description: '让模型结论站得住：数据、风控与评测。', profile: 'data-scientist', steps: [
    BASICS, ['risk', '从预警信号看建模', 'all', true, 'credit-risk-signals'], ['proof', '拿出佐证', 'all', true, ['data', 2], ['risk-control', 1], ['evaluation', 2]],
  ] },
  { title: '机器学习工程师学习地图', description: '把模型稳稳送上线：工程、发布与监控。', profile: 'ml-engineer', steps: [
    BASICS, ['serving', '一个能上线的问答助手', 'all', true, 'rag-policy-assistant'], ['proof', '拿出佐证', 'all', true, ['mlops', 2], ['engineering', 2]],
  ] },
  { title: '自然语言处理专家学习地图', description: '文本、图谱与检索：让系统读懂制度与合同。', profile: 'nlp-specialist', steps: [
    BASICS, ['text', '图谱与检索', 'all', true, 'knowledge-graph-intro', 'rag-policy-assistant'], ['proof', '拿出佐证', 'all', true, ['nlp', 2], ['knowledge-graph', 1]],
  ] },
  { title: '人工智能战略与架构学习地图', description: '看清场景、成本与治理，把有限的投入放在对的地方。', profile: 'ai-strategist', steps: [
    BASICS, ['scenes', '两个部门的真实场景', 'any', true, 'credit-report-drafting', 'credit-risk-signals', 'meeting-minutes-assistant'], ['proof', '拿出佐证', 'all', true, ['governance', 2], ['requirements', 2]],
  ] },
  { title: '数据工程师学习地图', description: '把散落的数据变成能被模型使用的知识。', profile: 'data-engineer', steps: [
    BASICS, ['graph', '从股权图到知识图谱', 'all', true, 'knowledge-graph-intro'], ['proof', '拿出佐证', 'all', true, ['data', 2], ['engineering', 1]],
  ] },
  { title: '人工智能产品经理学习地图', description: '提得出好需求，也验得了好结果。', profile: 'ai-product-manager', steps: [
    BASICS, ['prompt', '亲手写提示词', 'all', true, 'prompt-engineering-practice'], ['scene', '跟完一个场景', 'any', true, 'meeting-minutes-assistant', 'credit-report-drafting'], ['proof', '拿出佐证', 'all', true, ['requirements', 2], ['prompt-engineering', 2]],
  ] },
  { title: '业务大模型骨干学习地图', description: '留在业务一线，把大模型带进本部门的每一天。', profile: 'business-ai-champion', ordered: true, steps: [
    BASICS, ['prompt', '提示词基本功', 'all', true, 'prompt-engineering-practice'], ['daily', '用在本职工作', 'any', true, 'meeting-minutes-assistant', 'credit-report-drafting', 'credit-risk-signals'], ['proof', '拿出佐证', 'all', true, ['prompt-engineering', 2]],
  ] },
];

const COURSES = statement('plans.demo_path_courses', 'select slug, id from courses.course');
const PEOPLE = statement('plans.demo_path_people', 'select person_id as id, staff_number as number from people.card order by staff_number');
const AIMS = statement('plans.demo_path_aims', 'select person_id, profile_id from skills.target');

/** The ten role maps and a path for newcomers; who aims at a role follows its map, and many of the rest the first path. */
export async function seedPaths(tx: Transaction, now: Date, administrator: string): Promise<void> {
  const random = new DemoRandom(733);
  const courses = new Map((await tx.rows<{ slug: string; id: string }>(COURSES)).map((row) => [row.slug, row.id]));
  const people = await tx.rows<{ id: string; number: string }>(PEOPLE);
  const aims = await tx.rows<{ person_id: string; profile_id: string }>(AIMS);
  const at = (days: number): Date => new Date(now.getTime() + days * DAY);
  const owner = people.find((one) => one.number === administrator)!.id;
  const item = (one: string | [string, number]): PathItem => (typeof one === 'string' ? { kind: 'course', courseId: courses.get(one)! } : { kind: 'skill', skillId: one[0], level: one[1] });
  const followers = new Set<string>();
  for (const [place, { title, description, profile, ordered = false, steps }] of PATHS.entries()) {
    const published = at(-90 + place);
    const content = { title, description, profileId: profile, ordered, audience: [], steps: steps.map(([key, name, mode, required, ...items]): PathStep => ({ key, title: name, mode, required, items: items.map(item) })) };
    const { steps: _steps, ...facts } = content;
    const id = random.id(published);
    await tx.manager.insert(Path, { ...facts, id, scope: null, ownerId: owner, state: 'published', draft: content, version: 1, revision: 2, updatedAt: published });
    await tx.manager.insert(PathVersion, { pathId: id, number: 1, at: published, byId: owner, content });
    await layOut(tx, id, content);
    const own = profile === null ? people.filter(({ number }) => Number(number.slice(2)) % 4 === 1) : people.filter(({ id: personId }) => aims.some((one) => one.person_id === personId && one.profile_id === profile));
    if (!own.length) continue;
    await tx.manager.insert(PathEnrolment, own.map(({ id: personId }) => ({ pathId: id, personId, enrolledAt: at(-60 + random.int(0, 50)) })).map((one) => ({ ...one, begunAt: one.enrolledAt, countsFrom: -Infinity })));
    own.forEach(({ id: personId }) => followers.add(personId));
  }
  const begun = await tx.rows<{ person_id: string; path_id: string; version: number; complete: boolean }>(BEGUN, [[...followers]]);
  const done = begun.filter(({ complete }) => complete).map((one) => ({ id: random.id(at(-3)), pathId: one.path_id, personId: one.person_id, version: one.version, completedAt: at(-3), countsFrom: -Infinity }));
  if (done.length) await tx.manager.insert(PathCompletion, done);
}
