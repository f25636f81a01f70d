import type { MessageGroup, MessageTemplate } from '@zhixing/platform/api';

const LEARNING: MessageGroup = { name: 'learning', label: { zh: '我的学习', en: 'My learning' } };

/** What learners are told. */
export const coursesMessages = {
  completed: {
    name: 'courses.completed', group: LEARNING, mail: 'digest',
    title: { zh: '已完成课程《{course}》', en: 'Course completed: {course}' },
    body: { zh: '完成记录已存档，可随时查看。', en: 'Your completion is on record; look at it at any time.' },
  },
  newVersion: {
    name: 'courses.new_version', group: LEARNING, mail: 'digest',
    title: { zh: '您正在学习的课程《{course}》有新版本', en: 'New version of a course you are taking: {course}' },
    body: { zh: '已发布第 {version} 版。您的学习不受影响，仍按原版本继续。', en: 'Version {version} was published. You go on with the version you began.' },
  },
} as const satisfies Record<string, MessageTemplate>;
