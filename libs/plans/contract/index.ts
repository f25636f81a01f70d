export * from './approvals.ts';
export * from './assignments.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './export.ts';
export * from './menu.ts';
export * from './obligations.ts';
export * from './permissions.ts';
