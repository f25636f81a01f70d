import type { ActWords } from '@zhixing/platform/api';

export const auditActs: ActWords = {
  actions: { 'audit.verify': { zh: '校验审计记录', en: 'Verified the audit trail' } },
  objects: { audit: { zh: '审计记录', en: 'Audit trail' } },
};
