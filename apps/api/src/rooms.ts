import { accessRoom } from '@zhixing/access/api';
import { auditRoom } from '@zhixing/audit/api';
import { coursesRoom } from '@zhixing/courses/api';
import { insightsRoom } from '@zhixing/insights/api';
import { messagesRoom } from '@zhixing/messages/api';
import { peopleRoom } from '@zhixing/people/api';
import { plansRoom } from '@zhixing/plans/api';
import type { Room } from '@zhixing/platform/api';
import { recognitionRoom } from '@zhixing/recognition/api';
import { skillsRoom } from '@zhixing/skills/api';

/** The rooms of the house in row order: lower ones first. */
export const rooms: Room[] = [peopleRoom, accessRoom, messagesRoom, auditRoom, skillsRoom, coursesRoom, plansRoom, recognitionRoom, insightsRoom];
