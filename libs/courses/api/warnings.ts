import { fill, type Language } from '@zhixing/platform/contract';
import type { ImportWarning, ImportWarningKind } from '@zhixing/courses/contract';
import type { StoredReport } from './drafts.entities.ts';

const SENTENCES: Record<ImportWarningKind, { zh: string; en: string }> = {
  outside_outline: { zh: '大纲中没有这一页，未导入。', en: 'The outline does not name this page; it was left out.' },
  unknown_component: { zh: '不认识的组件“{subject}”，已按文字保留。', en: 'Unknown component “{subject}”, kept as text.' },
  all_choices_correct: { zh: '题目的所有选项都标为正确，请检查。', en: 'Every choice of the question is marked as right; please check.' },
  missing_picture: { zh: '找不到图片“{subject}”，只保留了说明文字。', en: 'The picture “{subject}” is missing; only its description was kept.' },
  refused_picture: { zh: '图片“{subject}”的格式或尺寸不被接受，只保留了说明文字。', en: 'The picture “{subject}” is of a kind or size that is not accepted; only its description was kept.' },
  broken_link: { zh: '链接“{subject}”指向课程中不存在的页面，已改为普通文字。', en: 'The link “{subject}” leads to no page of the course and became plain text.' },
  ignored_file: { zh: '文件“{subject}”不是课程内容，已忽略。', en: 'The file “{subject}” is no course content and was ignored.' },
  raw_html: { zh: 'HTML 标签“{subject}”会按文字显示。', en: 'The HTML tag “{subject}” is shown as text.' },
};

/** A stored warning with its sentence in the reader's language. */
export const warningIn = (language: Language) => (warning: StoredReport['warnings'][number]): ImportWarning => {
  const { zh, en } = SENTENCES[warning.kind];
  return { ...warning, message: fill(language === 'en' ? en : zh, { subject: warning.subject }) };
};
