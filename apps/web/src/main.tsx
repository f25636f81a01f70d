import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './global.css';
import { emitVariables } from './theme.ts';

emitVariables();
createRoot(document.getElementById('root')!).render(<App />);
