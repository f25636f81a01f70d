import { createContext } from 'react';

/** What the texts of a course refer to: its pictures, and its lessons where they are on screen now (a registration, a preview). */
export interface CourseText {
  courseId: string;
  /** The address of another lesson; without it such links are plain words. */
  lessonTo?: (key: string) => string;
}

/** Around whatever shows texts of a course. */
export const CourseTextContext = createContext<CourseText | null>(null);

/** `pictures/<sha256>.<extension>` as the dialect names a stored picture. */
export const STORED_PICTURE = /^pictures\/([0-9a-f]{64}\.(?:png|jpg|gif|webp|svg))$/;

/** `lesson:KEY`, a link to another lesson of the same course. */
export const LESSON_LINK = /^lesson:([a-z0-9-]+)$/;
