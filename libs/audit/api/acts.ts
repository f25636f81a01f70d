import type { ActWords } from '@zhixing/platform/api';

export const auditActs: ActWords = {
  actions: {
    'audit.archive': { zh: '归档旧的审计记录', en: 'Archived old audit entries' },
    'audit.verify': { zh: '校验审计记录', en: 'Verified the audit trail' },
    'data.copy': { zh: '获取本人数据副本', en: 'Took a copy of own data' },
    'correction.ask': { zh: '申请更正个人信息', en: 'Asked for a correction of own data' },
    'data.leaver': { zh: '处理离职员工的数据', en: 'Dealt with the data of a leaver' },
    'privacy.acknowledge': { zh: '已阅读隐私声明', en: 'Acknowledged the privacy notice' },
    'data.pseudonymise': { zh: '对离职员工去标识化', en: 'Pseudonymised leavers' },
    'retention.purge': { zh: '清理到期数据', en: 'Deleted data past their time' },
    'correction.answer': { zh: '答复更正申请', en: 'Answered a request for correction' },
  },
  objects: {
    audit: { zh: '审计记录', en: 'Audit trail' },
    notice: { zh: '隐私声明', en: 'Privacy notice' },
    retention: { zh: '保存期限', en: 'Retention rule' },
    correction: { zh: '更正申请', en: 'Request for correction' },
  },
};
