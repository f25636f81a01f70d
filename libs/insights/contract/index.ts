export * from './home.ts';
export * from './menu.ts';
export * from './permissions.ts';
export * from './team.ts';
