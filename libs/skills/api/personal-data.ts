import { type PersonalDataSource, type RetentionRule, statement } from '@zhixing/platform/api';
import { CURRENT } from './framework.queries.ts';

export const skillsPersonalData: PersonalDataSource = {
  tables: [
    {
      name: 'skills.evidence',
      title: { zh: '技能佐证与自评', en: 'Evidence of skills and self-assessments' },
      columns: {
        skill: { zh: '技能', en: 'Skill' }, level: { zh: '等级', en: 'Level' }, kind: { zh: '来源', en: 'Source' }, title: { zh: '说明', en: 'About' }, verified: { zh: '已核实', en: 'Verified' },
        evidencedOn: { zh: '日期', en: 'Date' }, expiresOn: { zh: '有效至（不含）', en: 'Valid until (exclusive)' },
        withdrawnAt: { zh: '撤回时间', en: 'Withdrawn' },
      },
      query: statement(
        'skills.personal_evidence',
        `select d.name->>'zh' as skill, e.level, e.source_kind as kind, e.title, e.verified, e.evidenced_on::text as "evidencedOn", e.expires_on::text as "expiresOn", w.at as "withdrawnAt"
           from skills.evidence e left join skills.evidence_withdrawal w on w.evidence_id = e.id join skills.skill_definition d on d.skill_id = e.skill_id and d.version = ${CURRENT} where e.person_id = $1 order by e.evidenced_on desc, e.id desc`,
      ),
    },
    {
      name: 'skills.reviews',
      title: { zh: '技能评审', en: 'Skill reviews' },
      columns: { skill: { zh: '技能', en: 'Skill' }, level: { zh: '自评等级', en: 'Level claimed' }, note: { zh: '说明', en: 'About' }, state: { zh: '状态', en: 'State' }, grantedLevel: { zh: '认定等级', en: 'Level granted' }, openedAt: { zh: '提出时间', en: 'Opened' }, closedAt: { zh: '结束时间', en: 'Closed' } },
      query: statement(
        'skills.personal_reviews',
        `select d.name->>'zh' as skill, r.level, r.note, r.state, r.granted_level as "grantedLevel", r.opened_at as "openedAt", r.closed_at as "closedAt"
           from skills.review r join skills.skill_definition d on d.skill_id = r.skill_id and d.version = ${CURRENT} where r.person_id = $1 order by r.opened_at desc`,
      ),
    },
    {
      name: 'skills.target',
      title: { zh: '目标岗位画像', en: 'Target role profile' },
      columns: { profile: { zh: '岗位画像', en: 'Role profile' }, chosenAt: { zh: '选择时间', en: 'Chosen' } },
      query: statement('skills.personal_target', `select p.name->>'zh' as profile, t.chosen_at as "chosenAt" from skills.target t join skills.role_profile p on p.id = t.profile_id where t.person_id = $1`),
    },
  ],
  leaver: [
    statement('skills.leaver_reviews', "update skills.review set state = 'withdrawn', closed_at = platform.now() where person_id = $1 and state = 'open'"),
    statement('skills.leaver_target', 'delete from skills.target where person_id = $1'),
  ],
  pseudonymise: [
    statement('skills.clear_review_notes', "update skills.review set note = '' where person_id = $1 and note <> ''"),
    statement('skills.clear_notes', 'select skills.clear_notes($1)'),
  ],
};

export const skillsRetention: RetentionRule[] = [
  {
    name: 'skills.evidence',
    title: { zh: '技能佐证', en: 'Evidence of skills' },
    period: { zh: '不自动删除', en: 'Not deleted automatically' },
    why: { zh: '等级由佐证推算，到期的佐证不再计入，但仍用于说明等级的来历。', en: 'Levels follow from evidence; what has expired no longer counts, yet explains how a level came about.' },
  },
  {
    name: 'skills.target',
    title: { zh: '目标岗位画像', en: 'Target role profile' },
    period: { zh: '至本人更改或离职', en: 'Until changed, or until the person leaves' },
    why: { zh: '用于计算技能差距和推荐课程。', en: 'Gaps and suggested courses are computed from it.' },
  },
];
