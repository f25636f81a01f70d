export * from './audit.ts';
export * from './data.ts';
export * from './menu.ts';
export * from './permissions.ts';
export * from './privacy.ts';
