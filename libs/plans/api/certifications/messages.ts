import type { MessageGroup, MessageTemplate } from '@zhixing/platform/api';

const OWN: MessageGroup = { name: 'certifications', label: { zh: '资格认证与续证', en: 'Certifications and renewals' } };
const TEAM: MessageGroup = { name: 'team_certifications', label: { zh: '团队的资格认证', en: 'Certifications of the team' } };

/** What people are told about what they, or those they answer for, are certified for. */
export const certificationMessages = {
  certified: {
    name: 'plans.certified', group: OWN, mail: 'digest',
    title: { zh: '您已取得资格：{title}', en: 'You are certified: {title}' },
    body: { zh: '有效期至：{until}。', en: 'Valid until: {until}.' },
  },
  early: {
    name: 'plans.early_renewal', group: OWN, mail: 'now',
    title: { zh: '续证窗口尚未开放，请确认是否提前续证：{title}', en: 'Renew before the window? {title}' },
    body: { zh: '现在续证，有效期至 {until}，从完成之日重新计算；不续证则仍为 {instead}。', en: 'Renewing now counts from the day of completion and holds until {until}; without it, until {instead}.' },
  },
  windowOpen: {
    name: 'plans.renewal_window', group: OWN, mail: 'digest',
    title: { zh: '可以续证了：{title}', en: 'You can renew {title}' },
    body: { zh: '有效期至 {day}，在窗口期内续证不损失有效天数。', en: 'It is valid until {day}; a renewal in the window loses no day.' },
  },
  expiring: {
    name: 'plans.certification_expiring', group: OWN, mail: 'now',
    title: { zh: '{title} 将于 {day} 到期', en: '{title} expires on {day}' },
    body: { zh: '还剩 {days} 天，请尽快续证。', en: '{days} days are left. Renew it soon.' },
  },
  expired: {
    name: 'plans.certification_expired', group: OWN, mail: 'now',
    title: { zh: '{title} 已过期', en: '{title} has expired' },
    body: { zh: '有效期至 {day}。续证前的空档会记录在案。', en: 'It was valid until {day}. The gap until you renew is recorded.' },
  },
  memberExpired: {
    name: 'plans.member_certification_expired', group: TEAM, mail: 'digest',
    title: { zh: '{person} 的资格已过期：{title}', en: '{title} of {person} has expired' },
    body: { zh: '有效期至 {day}。', en: 'It was valid until {day}.' },
  },
  reminded: {
    name: 'plans.certification_reminded', group: OWN, mail: 'now',
    title: { zh: '{sender} 提醒您续证：{title}', en: '{sender} reminds you to renew {title}' },
    body: { zh: '有效期至 {day}。', en: 'It is valid until {day}.' },
  },
  revoked: {
    name: 'plans.certification_revoked', group: OWN, mail: 'now',
    title: { zh: '您的资格已被撤销：{title}', en: 'Your certification was revoked: {title}' },
    body: { zh: '{person} 作出决定，原因：{reason}', en: 'Decided by {person}. Why: {reason}' },
  },
  accepted: {
    name: 'plans.certificate_accepted', group: OWN, mail: 'digest',
    title: { zh: '外部证书审核通过：{title}', en: 'Your certificate was accepted: {title}' },
    body: { zh: '证书编号 {number}。', en: 'Number {number}.' },
  },
  returned: {
    name: 'plans.certificate_returned', group: OWN, mail: 'now',
    title: { zh: '外部证书被退回：{title}', en: 'Your certificate was returned: {title}' },
    body: { zh: '原因：{reason}', en: 'Why: {reason}' },
  },
} as const satisfies Record<string, MessageTemplate>;
