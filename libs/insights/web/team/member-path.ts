/** What the team page tells the member page through the history entry: the address to come back to. */
export interface FromTeam { team: string }

/** The member page of a person. */
export const memberPath = (personId: string): string => `/team/members/${personId}`;
