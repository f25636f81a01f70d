import type { Role } from '@zhixing/people/contract';
import type { MessageTemplate } from '@zhixing/platform/api';
import type { Localized } from '@zhixing/platform/contract';

/** The roles in a sentence. */
export const ROLE_WORDS: Record<Role, Localized> = {
  ld_admin: { zh: '培训管理员', en: 'L&D administrator' },
  trainer: { zh: '内训师', en: 'trainer' },
  judge: { zh: '评委', en: 'judge' },
  system_admin: { zh: '系统管理员', en: 'system administrator' },
  security_admin: { zh: '安全管理员', en: 'security administrator' },
  audit_admin: { zh: '审计管理员', en: 'audit administrator' },
};

/** What people are told of roles. Those who must act, and those whose rights change, cannot mute it. */
const about = { group: { name: 'roles', label: { zh: '角色与权限', en: 'Roles and access' } }, mail: 'now', mandatory: true } as const;

export const roleMessages = {
  requested: {
    ...about, name: 'people.role_requested',
    title: { zh: '待审批：授予 {person} {role}', en: 'To decide: {role} for {person}' },
    body: { zh: '{requester} 提出申请，理由：{reason}。请在七天内批准或拒绝。', en: '{requester} asks for it: {reason}. Please approve or decline within seven days.' },
  },
  approved: {
    ...about, name: 'people.role_approved',
    title: { zh: '已批准：授予 {person} {role}', en: 'Approved: {role} for {person}' },
    body: { zh: '{decider} 已批准，角色立即生效。', en: '{decider} approved it; the role holds from now on.' },
  },
  declined: {
    ...about, name: 'people.role_declined',
    title: { zh: '未批准：授予 {person} {role}', en: 'Declined: {role} for {person}' },
    body: { zh: '{decider} 没有批准这项申请。', en: '{decider} declined the request.' },
  },
  received: {
    ...about, name: 'people.role_received',
    title: { zh: '您已成为{role}', en: 'You are now {role}' },
    body: { zh: '角色从下一次操作起生效，菜单中会出现相应的页面。', en: 'It holds from your next request on; its pages are in the menu.' },
  },
} as const satisfies Record<string, MessageTemplate>;
