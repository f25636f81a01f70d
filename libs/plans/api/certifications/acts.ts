import type { ActWords } from '@zhixing/platform/api';

export const certificationActs: ActWords = {
  actions: {
    'certification.create': { zh: '新建资格认证', en: 'Made a certification' },
    'certification.edit': { zh: '修改资格认证', en: 'Changed a certification' },
    'certification.retire': { zh: '停用资格认证', en: 'Retired a certification' },
    'certification.certify': { zh: '授予或续期资格', en: 'Certified or renewed' },
    'certification.early_renewal': { zh: '决定提前续证', en: 'Decided on an early renewal' },
    'certification.remind': { zh: '提醒续证', en: 'Reminded to renew' },
    'certification.revoke': { zh: '撤销资格', en: 'Revoked a certification' },
    'external_certificate.submit': { zh: '提交外部证书', en: 'Handed in a certificate' },
    'external_certificate.withdraw': { zh: '撤回外部证书', en: 'Withdrew a certificate' },
    'external_certificate.decide': { zh: '审核外部证书', en: 'Checked a certificate' },
    'external_certificate.document': { zh: '查看外部证书材料', en: 'Opened the document of a certificate' },
  },
  objects: { certification: { zh: '资格认证', en: 'Certification' }, external_certificate: { zh: '外部证书', en: 'External certificate' } },
};
