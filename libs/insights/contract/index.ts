export * from './home.ts';
export * from './permissions.ts';
export * from './team.ts';
