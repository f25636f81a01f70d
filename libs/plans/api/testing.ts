export { openCycle } from './assignments/cycles.rules.ts';
export { PlansDay } from './plans-day.ts';
export { Reminders } from './reminders/reminders.task.ts';
