import type { ActWords } from '@zhixing/platform/api';

export const skillActs: ActWords = {
  actions: {
    'skill.add': { zh: '新增技能（草稿）', en: 'Drafted a new skill' },
    'skill.edit_draft': { zh: '修改技能草稿', en: 'Edited the draft of a skill' },
    'skill.discard_draft': { zh: '放弃技能草稿', en: 'Discarded the draft of a skill' },
    'skill.publish': { zh: '发布技能框架', en: 'Published the skill framework' },
    'skill.choose_target': { zh: '选择目标岗位', en: 'Chose a target profile' },
    'skill.assess': { zh: '自评技能', en: 'Assessed a skill of their own' },
    'skill.review': { zh: '评审技能', en: 'Reviewed a skill' },
    'profile.add': { zh: '新增岗位画像', en: 'Added a role profile' },
    'profile.edit': { zh: '修改岗位画像', en: 'Edited a role profile' },
    'skill.view': { zh: '查看员工技能', en: "Viewed a person's skills" },
  },
  objects: {
    skill: { zh: '技能', en: 'Skill' },
    skill_review: { zh: '技能评审', en: 'Skill review' },
    role_profile: { zh: '岗位画像', en: 'Role profile' },
    skill_framework: { zh: '技能框架', en: 'Skill framework' },
  },
};
