export { assignmentPath, obligationPath } from './paths.ts';
export { plans } from './routes.tsx';
export { assignmentOverview } from './slots.ts';
