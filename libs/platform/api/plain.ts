// The door for threads: what needs neither Nest nor a database, and loads in a moment.
export { romanise } from './chinese.ts';
export { AppError, type ErrorValues } from './errors.ts';
