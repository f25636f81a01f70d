export * from './errors.ts';
export * from './events.ts';
export * from './files.ts';
export * from './jobs.ts';
export * from './pages.ts';
export * from './permissions.ts';
export * from './primitives.ts';
export * from './search.ts';
