export { obligationPath } from './paths.ts';
export { plans } from './routes.tsx';
