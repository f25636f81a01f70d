import type { MessageGroup, MessageTemplate } from '@zhixing/platform/api';

const SKILLS: MessageGroup = { name: 'skills', label: { zh: '技能评审', en: 'Skill reviews' } };

/** What people are told about reviews of skills. */
export const skillsMessages = {
  reviewOpened: {
    name: 'skills.review_opened', group: SKILLS, mail: 'digest',
    title: { zh: '{person}提出技能评审：{skill} {level} 级', en: '{person} claims level {level} of {skill}' },
    body: { zh: '请对照等级描述和依据给出意见。', en: 'Compare it with the anchor of the level and give your word.' },
  },
  reviewGranted: {
    name: 'skills.review_granted', group: SKILLS, mail: 'digest',
    title: { zh: '技能评审通过：{skill} {level} 级', en: 'Skill review: {skill} at level {level}' },
    body: { zh: '{person}：{reason}', en: '{person}: {reason}' },
  },
  reviewReturned: {
    name: 'skills.review_returned', group: SKILLS, mail: 'digest',
    title: { zh: '技能评审退回：{skill}', en: 'Skill review returned: {skill}' },
    body: { zh: '{person}：{reason}', en: '{person}: {reason}' },
  },
} as const satisfies Record<string, MessageTemplate>;
