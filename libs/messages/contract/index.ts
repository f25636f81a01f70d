export * from './deliveries.ts';
export * from './errors.ts';
export * from './menu.ts';
export * from './notifications.ts';
export * from './permissions.ts';
export * from './preferences.ts';
