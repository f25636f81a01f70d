/** SQL: the dated row `row` holds on `day` (an expression); `valid_until` is exclusive. */
export const holdsOn = (row: string, day: string): string => `${row}.valid_from <= ${day} and (${row}.valid_until is null or ${row}.valid_until > ${day})`;

/** SQL: the dated row holds on `day` or on some day after it. */
export const holdsFrom = (row: string, day: string): string => `(${row}.valid_until is null or ${row}.valid_until > ${day})`;
