export * from './access.ts';
export * from './accounts.ts';
export * from './errors.ts';
export * from './menu.ts';
export * from './passwords.ts';
export * from './permissions.ts';
export * from './second-factor.ts';
