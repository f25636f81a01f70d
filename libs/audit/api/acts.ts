import type { ActWords } from '@zhixing/platform/api';

export const auditActs: ActWords = {
  actions: {
    'audit.verify': { zh: '校验审计记录', en: 'Verified the audit trail' },
    'data.copy': { zh: '获取本人数据副本', en: 'Took a copy of own data' },
    'correction.ask': { zh: '申请更正个人信息', en: 'Asked for a correction of own data' },
    'correction.answer': { zh: '答复更正申请', en: 'Answered a request for correction' },
  },
  objects: {
    audit: { zh: '审计记录', en: 'Audit trail' },
    correction: { zh: '更正申请', en: 'Request for correction' },
  },
};
