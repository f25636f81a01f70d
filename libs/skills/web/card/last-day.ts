const DAY = 86_400_000;

/** The last day evidence counts, of the first day it does not. */
export const lastDay = (expiresOn: string): string => new Date(Date.parse(expiresOn) - DAY).toISOString().slice(0, 10);
