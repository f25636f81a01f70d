export * from './access.ts';
export * from './errors.ts';
export * from './menu.ts';
export * from './permissions.ts';
