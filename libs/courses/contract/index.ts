export * from './attempts.ts';
export * from './courses.ts';
export * from './drafts.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './permissions.ts';
export * from './registrations.ts';
export * from './statistics.ts';
