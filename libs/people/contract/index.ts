export * from './errors.ts';
export * from './events.ts';
export * from './hr-imports.ts';
export * from './menu.ts';
export * from './organisation.ts';
export * from './people.ts';
export * from './permissions.ts';
export * from './roles.ts';
