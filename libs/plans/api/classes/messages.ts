import type { MessageGroup, MessageTemplate } from '@zhixing/platform/api';

const CLASSES: MessageGroup = { name: 'classes', label: { zh: '培训班', en: 'Training classes' } };

/** What people are told about the classes they are on the roster of. */
export const classMessages = {
  invited: {
    name: 'plans.class_invited', group: CLASSES, mail: 'now',
    title: { zh: '您已列入培训班：{title}', en: 'You are on the roster of {title}' },
    body: { zh: '{first} 至 {last}，地点：{place}。', en: '{first} to {last}, at {place}.' },
  },
  changed: {
    name: 'plans.class_changed', group: CLASSES, mail: 'now',
    title: { zh: '培训班安排有变：{title}', en: 'Changed: {title}' },
    body: { zh: '现为 {first} 至 {last}，地点：{place}，请查看最新日程。', en: 'It is now from {first} to {last}, at {place}. See the agenda.' },
  },
  removed: {
    name: 'plans.class_removed', group: CLASSES, mail: 'now',
    title: { zh: '您已不在培训班名单中：{title}', en: 'You are no longer on the roster of {title}' },
    body: { zh: '原因：{reason}', en: 'Why: {reason}' },
  },
  cancelled: {
    name: 'plans.class_cancelled', group: CLASSES, mail: 'now',
    title: { zh: '培训班已取消：{title}', en: 'Cancelled: {title}' },
    body: { zh: '原因：{reason}', en: 'Why: {reason}' },
  },
  surveyOpen: {
    name: 'plans.survey_open', group: CLASSES, mail: 'digest',
    title: { zh: '请填写问卷：{survey}', en: 'Your opinion: {survey}' },
    body: { zh: '培训班：{title}。', en: 'Class: {title}.' },
  },
  surveyReminder: {
    name: 'plans.survey_reminder', group: CLASSES, mail: 'digest',
    title: { zh: '问卷还等您填写：{survey}', en: 'Still open: {survey}' },
    body: { zh: '培训班：{title}。只提醒这一次，不影响您的成绩和证书。', en: 'Class: {title}. The only reminder; results and certificates do not depend on it.' },
  },
} as const satisfies Record<string, MessageTemplate>;
