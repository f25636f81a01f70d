import { lazy } from 'react';

// what picks people and departments is heavy: a room above brings it in only when a form shows

/** Picks one of the departments of today. */
export const DepartmentPicker = lazy(async () => ({ default: (await import('./pickers.tsx')).DepartmentPicker }));

/** Picks a colleague by hanzi, pinyin, initials, staff number or mail. */
export const PersonPicker = lazy(async () => ({ default: (await import('./pickers.tsx')).PersonPicker }));
