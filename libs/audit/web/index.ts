export { audit } from './routes.tsx';
