import type { ActWords } from '@zhixing/platform/api';

export const recognitionActs: ActWords = {
  actions: {
    'certificate.issue': { zh: '颁发证书', en: 'Issued a certificate' },
    'certificate.revoke': { zh: '撤销证书', en: 'Revoked a certificate' },
    'certificate.reissue': { zh: '重新颁发证书', en: 'Issued a certificate anew' },
    'certificate.review': { zh: '提出证书复核', en: 'Opened a review of a certificate' },
    'certificate.decide': { zh: '决定证书复核', en: 'Decided a review of a certificate' },
    'hours.correct': { zh: '更正学时', en: 'Corrected learning hours' },
    'hours.rule': { zh: '设定学时要求', en: 'Set the rule of learning hours' },
    'points.rule': { zh: '设定积分规则', en: 'Set a rule of points' },
  },
  objects: {
    certificate: { zh: '证书', en: 'Certificate' },
    hours_rule: { zh: '学时要求', en: 'Rule of learning hours' },
    points_rule: { zh: '积分规则', en: 'Rule of points' },
  },
};
