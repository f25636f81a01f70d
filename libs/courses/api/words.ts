import type { AttentionReason, LearningState, LessonKind, RegistrationStatus } from '@zhixing/courses/contract';
import type { Language } from '@zhixing/platform/contract';

/** Words of exported files, the same as the pages use. */
const WORDS = {
  'zh-CN': {
    state: { none: '未登记', registered: '未开始', learning: '学习中', finished: '已完成' },
    ended: { failed: '未通过', abandoned: '已放弃', carried_over: '已转入新版本' },
    lessonKind: { article: '文章', quiz: '测验' },
  },
  en: {
    state: { none: 'Not registered', registered: 'Not started', learning: 'In progress', finished: 'Finished' },
    ended: { failed: 'Failed', abandoned: 'Abandoned', carried_over: 'Moved to a newer version' },
    lessonKind: { article: 'Article', quiz: 'Quiz' },
  },
} as const satisfies Record<Language, object>;

/** How far a person is at a course. */
export const stateWord = ({ status, state }: { status: RegistrationStatus; state: LearningState }, language: Language): string =>
  status === 'failed' || status === 'abandoned' || status === 'carried_over' ? WORDS[language].ended[status] : WORDS[language].state[state];

export const lessonKindWord = (kind: LessonKind, language: Language): string => WORDS[language].lessonKind[kind];

const some = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Why a registration needs attention, as a sentence. */
export function reasonWords(reason: AttentionReason, language: Language): string {
  const english = language === 'en';
  switch (reason.code) {
    case 'stalled': return english ? `No activity for ${some(reason.days, 'day')}` : `已 ${reason.days} 天没有学习`;
    case 'unopened': return english ? `Registered ${some(reason.days, 'day')} ago, not opened yet` : `登记 ${reason.days} 天，尚未打开`;
    case 'failed_twice': return english ? `“${reason.lesson}” failed ${some(reason.times, 'time')}` : `“${reason.lesson}”已 ${reason.times} 次未通过`;
  }
}

/** Days without a sign of life; none for a quiz that was failed. */
export const reasonDays = (reason: AttentionReason): number | null => (reason.code === 'failed_twice' ? null : reason.days);
