import { TeamScope } from '@zhixing/insights/contract';
import { LocalDate } from '@zhixing/platform/contract';
import { z } from 'zod';

/** What the address of the team page holds; `asOf` = the day its figures are compared with. */
export const TeamAddress = z.object({ scope: TeamScope.default('direct'), q: z.string().max(50).default(''), asOf: LocalDate.optional() });
