export { PersonRecognition, recognition } from './routes.tsx';
