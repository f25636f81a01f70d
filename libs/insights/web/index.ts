export { insights } from './routes.tsx';
