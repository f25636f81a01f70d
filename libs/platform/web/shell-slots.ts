import { defineSlot } from './slots.tsx';

/** Over every page of a signed-in person: what everybody must see once. Fills show nothing most of the time, and are light. */
export const shellNotice = defineSlot<object>('shell.notice');
