import type { ErrorCatalogue } from '@zhixing/platform/contract';

export const recognitionErrors = {
  'recognition.nothing_granted': { status: 409, zh: '这门课程没有必修测验，完成后不颁发证书。', en: 'This course has no required quiz; finishing it grants no certificate.' },
  'recognition.unknown_number': { status: 404, zh: '没有编号为“{number}”的证书。请核对编号，注意区分字母与数字。', en: 'There is no certificate with the number “{number}”. Check the number; mind letters and digits.' },
  'recognition.already_revoked': { status: 409, zh: '这张证书已被撤销。', en: 'This certificate has been revoked already.' },
  'recognition.not_revoked': { status: 409, zh: '原证书仍然有效，不能重新颁发。', en: 'The certificate still stands, so no other can be issued for it.' },
  'recognition.replaced': { status: 409, zh: '已经重新颁发过证书。', en: 'Another certificate has been issued for it already.' },
  'recognition.review_open': { status: 409, zh: '这张证书已有一项待决的复核。', en: 'A review of this certificate is open already.' },
  'recognition.review_decided': { status: 409, zh: '这项复核已有决定，不能更改。', en: 'This review has been decided and cannot be changed.' },
  'recognition.own_case': { status: 409, zh: '不能对本人的证书或学时作出决定。', en: 'Nobody decides on their own certificate or hours.' },
  'recognition.too_little': { status: 409, zh: '更正后，该员工当年的这类学时会少于零。', en: 'That would leave fewer than zero minutes of this kind in the year.' },
  'recognition.whole_bank': { status: 403, zh: '规则适用于全行，只能由全行范围的培训管理员修改。', en: 'The rules hold for the whole bank; only an L&D administrator of the whole bank may change them.' },
} as const satisfies ErrorCatalogue;
