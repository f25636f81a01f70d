import { CourseDraft, DraftLesson, DraftList, type EditDraft, ImportReport, PublishedVersion, type PublishVersion } from '@zhixing/courses/contract';
import { Done } from '@zhixing/platform/contract';
import { request, upload, withQuery } from '@zhixing/platform/web';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

/** The drafts I may edit, newest first. */
export const draftsQuery = queryOptions({
  queryKey: ['courses', 'drafts'],
  queryFn: ({ signal }) => request(DraftList, 'GET', '/courses/drafts', undefined, { signal }),
});

/** The draft of a course with its outline and the report of its import. */
export const draftQuery = (courseId: string) => queryOptions({
  queryKey: ['courses', 'draft', courseId],
  queryFn: ({ signal }) => request(CourseDraft, 'GET', `/courses/${courseId}/draft`, undefined, { signal }),
});

/** A lesson of a draft, a quiz with its right answers. */
export const draftLessonQuery = (courseId: string, key: string) => queryOptions({
  queryKey: ['courses', 'draft', courseId, 'lesson', key],
  queryFn: ({ signal }) => request(DraftLesson, 'GET', `/courses/${courseId}/draft/lessons/${encodeURIComponent(key)}`, undefined, { signal }),
});

/** What is sent with a package: the course it belongs to and its title, where the package does not say. */
export interface PackageToImport { file: File; course: string; title: string; signal: AbortSignal; onProgress: (fraction: number) => void }

/** Uploads a package; the answer comes once the server has read all of it. */
export function useImportCourse() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, course, title, signal, onProgress }: PackageToImport) => upload(ImportReport, withQuery('/courses/import', { course, title: title.trim() }), file, { onProgress, signal }),
    meta: { ownError: true },
    onSuccess: (report) => forgetDraft(client, report.courseId),
  });
}

/** Changes facts of a draft; fails with 412 when somebody changed it since `revision` was read. */
export function useEditDraft(courseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ facts, revision }: { facts: EditDraft; revision: number }) => request(CourseDraft, 'PATCH', `/courses/${courseId}/draft`, facts, { revision }),
    meta: { ownError: true },
    onSuccess: (draft) => {
      client.setQueryData(draftQuery(courseId).queryKey, draft);
      void client.invalidateQueries({ queryKey: draftsQuery.queryKey });
    },
  });
}

/** Makes a draft the version that new learners begin. */
export function usePublish(courseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, said }: { version: number; said: PublishVersion }) => request(PublishedVersion, 'POST', `/courses/${courseId}/versions/${version}/publish`, said),
    meta: { ownError: true },
    onSuccess: () => {
      goneDraft(client, courseId);
      for (const part of ['drafts', 'administered', 'catalogue', 'course', 'statistics']) void client.invalidateQueries({ queryKey: ['courses', part] });
    },
  });
}

/** Throws a draft away; what is published stays as it is. */
export function useDiscardDraft(courseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(Done, 'DELETE', `/courses/${courseId}/draft`),
    meta: { ownError: true },
    onSuccess: () => {
      goneDraft(client, courseId);
      void client.invalidateQueries({ queryKey: draftsQuery.queryKey });
    },
  });
}

/** Read again when next wanted, and not before: the page it was on is being left. */
function goneDraft(client: QueryClient, courseId: string): void {
  void client.invalidateQueries({ queryKey: draftQuery(courseId).queryKey, refetchType: 'none' });
}

function forgetDraft(client: QueryClient, courseId: string): void {
  void client.invalidateQueries({ queryKey: draftsQuery.queryKey });
  void client.invalidateQueries({ queryKey: draftQuery(courseId).queryKey });
}
