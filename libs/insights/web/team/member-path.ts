import type { TeamScope } from '@zhixing/insights/contract';

/** What the team page tells the member page through the history entry: the address to come back to. */
export interface FromTeam { team: string }

/** What of a scope ends soon. */
export const teamCertificationsPath = (scope: TeamScope): string => `/team/certifications${scope === 'line' ? '?scope=line' : ''}`;

/** The member page of a person. */
export const memberPath = (personId: string): string => `/team/members/${personId}`;
