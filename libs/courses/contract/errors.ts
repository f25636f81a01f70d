import type { ErrorCatalogue } from '@zhixing/platform/contract';

export const coursesErrors = {
  'courses.too_early': { status: 409, zh: '还需阅读 {seconds} 秒才能标记为完成。', en: 'Read for another {seconds} seconds before marking this as done.' },
  'courses.not_opened': { status: 409, zh: '请先打开本课时，再标记为完成。', en: 'Open this lesson before marking it as done.' },
  'courses.wrong_lesson_kind': { status: 409, zh: '这个课时不能这样完成：测验需要答题，文章需要阅读。', en: 'This lesson is not completed that way: a quiz is answered, an article is read.' },
  'courses.no_attempts_left': { status: 409, zh: '本测验最多可作答 {limit} 次，已全部用完。', en: 'This quiz may be taken {limit} times, and all of them are used.' },
  'courses.attempt_submitted': { status: 409, zh: '本次作答已提交，不能再更改。', en: 'This attempt has been submitted and can no longer be changed.' },
  'courses.registration_closed': { status: 409, zh: '这次学习已经结束，不能再更改。', en: 'This registration has ended and can no longer be changed.' },
  'courses.unknown_choice': { status: 400, zh: '题目中没有这个选项。', en: 'The question has no such choice.' },
  'courses.slug_needed': { status: 422, zh: '课程包没有写明课程标识，文件名也不能作为标识。请选择所属课程，或把文件改成小写字母、数字和连字符的名字。', en: 'The package names no course and its file name cannot. Choose the course it belongs to, or rename the file to lower-case letters, digits and hyphens.' },
  'courses.slug_taken': { status: 409, zh: '课程标识“{slug}”属于他人的课程，请更换标识。', en: 'The identifier “{slug}” belongs to a course of somebody else. Choose another.' },
  'courses.nothing_required': { status: 409, zh: '课程没有任何必修课时，无法计算完成，不能发布。', en: 'No lesson of the course is required, so nobody could ever finish it. It cannot be published.' },
} as const satisfies ErrorCatalogue;
