export * from './audit.ts';
export * from './permissions.ts';
