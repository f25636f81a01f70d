import { TeamScope } from '@zhixing/insights/contract';
import { z } from 'zod';

/** What the address of the team page holds. */
export const TeamAddress = z.object({ scope: TeamScope.default('direct'), q: z.string().max(50).default('') });
