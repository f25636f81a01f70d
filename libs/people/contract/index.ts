export * from './people.ts';
export * from './permissions.ts';
