import type { CourseDraft } from '@zhixing/courses/contract';

/** What a draft still lacks before it can be published; the page says it beside the button. */
export type Blocker = 'title' | 'summary' | 'domain' | 'required';

/** Facts that learners search and choose by must be there, and at least one lesson must count: without one nobody could finish. */
export function blockersOf(draft: Pick<CourseDraft, 'title' | 'summary' | 'domain' | 'chapters'>): Blocker[] {
  const facts = (['title', 'summary', 'domain'] as const).filter((name) => !draft[name]);
  return draft.chapters.some((chapter) => chapter.lessons.some((lesson) => lesson.required)) ? facts : [...facts, 'required'];
}
