const BEIJING = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** Today in Beijing as `2026-03-05`. */
export const today = (): string => BEIJING.format(new Date());
