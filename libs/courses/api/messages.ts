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
  carryOver: {
    name: 'courses.carry_over', group: LEARNING, mail: 'digest',
    title: { zh: '您正在学习的课程《{course}》有新版本，可带着已完成的课时转入', en: 'New version of a course you are taking, and your lessons may come along: {course}' },
    body: { zh: '已发布第 {version} 版。您可以在课程页转入新版本，已完成的课时一并保留；也可以在原版本学完。', en: 'Version {version} was published. On the course page you can move to it with the lessons you have done, or go on where you are.' },
  },
  delta: {
    name: 'courses.delta', group: LEARNING, mail: 'digest',
    title: { zh: '您学过的课程《{course}》有实质性更新，请补学《{delta}》', en: 'A course you completed has changed in substance: {course}. Please take {delta}' },
    body: { zh: '您的完成记录继续有效；补学课程讲的是更新的部分。', en: 'Your completion stands; the course named covers what is new.' },
  },
  gradeCorrected: {
    name: 'courses.grade_corrected', group: LEARNING, mail: 'digest',
    title: { zh: '《{course}》的测验“{lesson}”成绩更正为 {score} 分', en: 'Your grade was corrected to {score} %: “{lesson}” of {course}' },
    body: { zh: '由{person}更正，理由：{reason}', en: 'Corrected by {person}: {reason}' },
  },
} as const satisfies Record<string, MessageTemplate>;
