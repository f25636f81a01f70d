const DAY = 86_400_000;

/** The moment meant by a day or a moment, in UTC to the microsecond as the trail writes times: of a day the last in Beijing. */
export const momentOf = (asOf: string): string => (asOf.length === 10 ? `${asOf}T15:59:59.999999Z` : new Date(asOf).toISOString().replace('Z', '000Z'));

/** The calendar day of a moment in Beijing, which is eight hours ahead the year round. */
export const dayOf = (moment: string): string => new Date(Date.parse(moment) + DAY / 3).toISOString().slice(0, 10);

/** The moment by Beijing time as people write it: `2026-11-24 23:59:59`. */
export const wordsOf = (moment: string): string => new Date(Date.parse(moment) + DAY / 3).toISOString().slice(0, 19).replace('T', ' ');
