import { v7 as uuid } from 'uuid';

/** The routes of certifications, and what each asks for. */
export const certificationRoutes: Record<string, string> = {
  'GET /certifications': 'certification:administer',
  'POST /certifications': 'certification:administer',
  'GET /certifications/mine': 'certification:own',
  'GET /certifications/:id': 'certification:administer',
  'PUT /certifications/:id': 'certification:administer',
  'POST /certifications/:id/retirement': 'certification:administer',
  'GET /certifications/:id/holders': 'certification:administer',
  'POST /certification-cycles/:id/revocation': 'certification:administer',
  'POST /certification-cycles/:id/reminders': 'obligation:oversee',
  'POST /early-renewals/:id/decision': 'certification:own',
  'GET /external-certificates': 'certification:administer',
  'POST /external-certificates': 'certification:own',
  'POST /external-certificates/:id/withdrawal': 'certification:own',
  'POST /external-certificates/:id/decision': 'certification:administer',
  'GET /external-certificates/:id/document': 'certification:own',
  'GET /certification-report': 'certification:administer',
  'GET /certification-report/people': 'certification:administer',
};

const certification = () => ({ title: `资格 ${uuid().slice(-12)}`, kind: 'external', issuer: '行业协会', months: 12, windowDays: 60, positionIds: [] });

/** A body that each of them takes. */
export const certificationBodies: Record<string, () => unknown> = {
  'POST /certifications': certification,
  'PUT /certifications/:id': certification,
  'POST /certification-cycles/:id/revocation': () => ({ reason: '材料不实' }),
  'POST /early-renewals/:id/decision': () => ({ decision: 'declined' }),
  'POST /external-certificates': () => ({ certificationId: uuid(), number: 'AML-0001', issuedOn: '2026-01-01', validUntil: null, fileId: uuid() }),
  'POST /external-certificates/:id/decision': () => ({ decision: 'returned', note: '扫描件不清晰' }),
};
