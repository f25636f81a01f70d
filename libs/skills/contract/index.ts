export * from './errors.ts';
export * from './evidence.ts';
export * from './framework.ts';
export * from './menu.ts';
export * from './permissions.ts';
export * from './profiles.ts';
export * from './reviews.ts';
