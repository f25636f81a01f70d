const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** Today in Beijing as `2026-03-05`: what a day field begins with. */
export const today = (): string => DAY.format(new Date());
