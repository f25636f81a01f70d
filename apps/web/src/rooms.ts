import { access } from '@zhixing/access/web';
import { audit } from '@zhixing/audit/web';
import { courses } from '@zhixing/courses/web';
import { insights } from '@zhixing/insights/web';
import { messages } from '@zhixing/messages/web';
import { people } from '@zhixing/people/web';
import { plans } from '@zhixing/plans/web';
import type { WebRoom } from '@zhixing/platform/web';
import { recognition } from '@zhixing/recognition/web';
import { skills } from '@zhixing/skills/web';

/** The rooms of the web, in the order of their rows. A new room is one line here. */
export const rooms: WebRoom[] = [
  people,
  access,
  messages,
  audit,
  skills,
  courses,
  plans,
  recognition,
  insights,
];
