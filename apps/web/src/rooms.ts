import { access } from '@zhixing/access/web';
import { courses } from '@zhixing/courses/web';
import { insights } from '@zhixing/insights/web';
import { messages } from '@zhixing/messages/web';
import type { WebRoom } from '@zhixing/platform/web';

/** The rooms of the web, in the order of their rows. A new room is one line here. */
export const rooms: WebRoom[] = [
  access,
  messages,
  courses,
  insights,
];
