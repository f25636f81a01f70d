export { AUDIT_PAGE, AUDIT_TOTAL, VIEWS_OF_ME } from './audit.queries.ts';
export { Pseudonymisation } from './pseudonymisation.ts';
export { RetentionService } from './retention.service.ts';
