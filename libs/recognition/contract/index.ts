export * from './administration.ts';
export * from './certificates.ts';
export * from './errors.ts';
export * from './hours.ts';
export * from './menu.ts';
export * from './permissions.ts';
export * from './points.ts';
