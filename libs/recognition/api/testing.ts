export { TAKE_LOOKUP } from './certificates.queries.ts';
export { grantsCertificate } from './certificates.rules.ts';
export { hoursOf } from './hours.rules.ts';
export { rulesEarned } from './points.rules.ts';
