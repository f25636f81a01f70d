export { approvalsQuery } from './approvals/api.ts';
export { DueText } from './components/due-text.tsx';
export { ObligationStatusTag } from './components/obligation-status.tsx';
export { RemindButton } from './obligations/remind-button.tsx';
export { CycleStateTag } from './certifications/words.tsx';
export { assignmentPath, assignPath, myClassPath, obligationPath, pathPath } from './paths.ts';
export { HomePath, plans } from './routes.tsx';
export { assignmentOverview } from './slots.ts';
