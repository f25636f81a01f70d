export * from './errors.ts';
export * from './evidence-packs.ts';
export * from './home.ts';
export * from './menu.ts';
export * from './permissions.ts';
export * from './team.ts';
export * from './workbench.ts';
