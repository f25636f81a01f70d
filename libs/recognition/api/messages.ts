import type { MessageGroup, MessageTemplate } from '@zhixing/platform/api';

const RECOGNITION: MessageGroup = { name: 'recognition', label: { zh: '证书与学时', en: 'Certificates and hours' } };

/** What holders of certificates are told. A revocation nobody can mute. */
export const recognitionMessages = {
  issued: {
    name: 'recognition.issued', group: RECOGNITION, mail: 'digest',
    title: { zh: '已获得证书《{title}》', en: 'Certificate earned: {title}' },
    body: { zh: '可随时查看和下载，他人可凭证书编号核验。', en: 'See and download it at any time; others can verify it by its number.' },
  },
  reissued: {
    name: 'recognition.reissued', group: RECOGNITION, mail: 'now',
    title: { zh: '已重新颁发证书《{title}》', en: 'Certificate issued anew: {title}' },
    body: { zh: '新证书的编号与原证书不同，原证书不再使用。', en: 'It has a number of its own; the former certificate is no longer used.' },
  },
  revoked: {
    name: 'recognition.revoked', group: RECOGNITION, mail: 'now', mandatory: true,
    title: { zh: '证书《{title}》已被撤销', en: 'Certificate revoked: {title}' },
    body: { zh: '决定人：{person}。如有异议，请联系培训管理部门。理由：{reason}', en: 'Decided by {person}. If you disagree, please contact the training department. Reason: {reason}' },
  },
  corrected: {
    name: 'recognition.corrected', group: RECOGNITION, mail: 'digest',
    title: { zh: '您的学时已更正（{minutes} 分钟）', en: 'Your learning hours were corrected ({minutes} minutes)' },
    body: { zh: '更正人：{person}。理由：{reason}', en: 'Corrected by {person}. Reason: {reason}' },
  },
} as const satisfies Record<string, MessageTemplate>;
