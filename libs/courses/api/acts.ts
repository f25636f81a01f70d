import type { ActWords } from '@zhixing/platform/api';

export const courseActs: ActWords = {
  actions: {
    'course.import': { zh: '导入课程', en: 'Imported a course' },
    'course.edit_draft': { zh: '修改课程草稿', en: 'Edited a course draft' },
    'course.discard_draft': { zh: '放弃课程草稿', en: 'Discarded a course draft' },
    'course.publish': { zh: '发布课程', en: 'Published a course' },
    'course.review': { zh: '复核课程内容', en: 'Reviewed the content of a course' },
    'course.review_interval': { zh: '设置课程复核周期', en: 'Set how often a course is reviewed' },
    'course.export': { zh: '下载课程包', en: 'Downloaded a course package' },
    'registration.open': { zh: '登记学习', en: 'Registered for a course' },
    'registration.complete': { zh: '完成课程', en: 'Completed a course' },
    'registration.carry_over': { zh: '转入课程新版本', en: 'Moved to a newer version of a course' },
    'attempt.correct': { zh: '更正成绩', en: 'Corrected a grade' },
    'attempt.start': { zh: '开始作答', en: 'Started an attempt' },
    'attempt.submit': { zh: '提交作答', en: 'Submitted an attempt' },
  },
  objects: {
    course: { zh: '课程', en: 'Course' },
    registration: { zh: '学习登记', en: 'Registration' },
    attempt: { zh: '作答', en: 'Attempt' },
  },
};
