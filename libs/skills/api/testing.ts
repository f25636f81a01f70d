export { LEVELS_OF, PERSON, PERSON_SKILLS, STORE_EVIDENCE, TIMELINE } from './evidence.queries.ts';
