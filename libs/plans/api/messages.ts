import type { MessageGroup, MessageTemplate } from '@zhixing/platform/api';

const DUE: MessageGroup = { name: 'assignments', label: { zh: '学习任务与截止日期', en: 'Assignments and due dates' } };
const TEAM: MessageGroup = { name: 'team_assignments', label: { zh: '团队的学习任务', en: 'Assignments of the team' } };

/** What people are told about what they, or those they answer for, owe. */
export const plansMessages = {
  assigned: {
    name: 'plans.assigned', group: DUE, mail: 'digest',
    title: { zh: '新的学习任务：{assignment}', en: 'New assignment: {assignment}' },
    body: { zh: '请于 {day} 前完成。原因：{reason}', en: 'Complete it by {day}. Why: {reason}' },
  },
  dueSoon: {
    name: 'plans.due_soon', group: DUE, mail: 'digest',
    title: { zh: '{assignment} 将于 {day} 截止', en: '{assignment} is due on {day}' },
    body: { zh: '还剩 {days} 天。', en: '{days} days are left.' },
  },
  overdue: {
    name: 'plans.overdue', group: DUE, mail: 'now',
    title: { zh: '{assignment} 已逾期', en: '{assignment} is overdue' },
    body: { zh: '截止日期为 {day}，请尽快完成；确有困难可申请延期。', en: 'It was due on {day}. Complete it soon, or ask for more time if you cannot.' },
  },
  reminded: {
    name: 'plans.reminded', group: DUE, mail: 'now',
    title: { zh: '{sender} 提醒您完成：{assignment}', en: '{sender} reminds you of {assignment}' },
    body: { zh: '截止日期：{day}。', en: 'Due on {day}.' },
  },
  memberOverdue: {
    name: 'plans.member_overdue', group: TEAM, mail: 'digest',
    title: { zh: '{person} 的学习任务已逾期：{assignment}', en: '{person} is overdue with {assignment}' },
    body: { zh: '截止日期为 {day}，已逾期 {days} 天。', en: 'Due on {day}, {days} days ago.' },
  },
  departmentOverdue: {
    name: 'plans.department_overdue', group: TEAM, mail: 'now',
    title: { zh: '逾期两周：{assignment}，{people} 人', en: 'Two weeks overdue: {assignment}, {people} people' },
    body: { zh: '名单：{names}。', en: 'They are {names}.' },
  },
  extensionAsked: {
    name: 'plans.extension_asked', group: TEAM, mail: 'now',
    title: { zh: '待审批：{person} 申请延期至 {day}', en: 'To decide: {person} asks for time until {day}' },
    body: { zh: '学习任务：{assignment}。理由：{reason}', en: 'Assignment: {assignment}. Why: {reason}' },
  },
  extensionApproved: {
    name: 'plans.extension_approved', group: DUE, mail: 'now',
    title: { zh: '延期已批准：{assignment}', en: 'More time for {assignment}' },
    body: { zh: '新的截止日期为 {day}。', en: 'The new due date is {day}.' },
  },
  extensionDeclined: {
    name: 'plans.extension_declined', group: DUE, mail: 'now',
    title: { zh: '延期未批准：{assignment}', en: 'No more time for {assignment}' },
    body: { zh: '截止日期仍为 {day}。{note}', en: 'It stays due on {day}. {note}' },
  },
  waived: {
    name: 'plans.waived', group: DUE, mail: 'now',
    title: { zh: '已免修：{assignment}', en: 'Waived: {assignment}' },
    body: { zh: '有效期至 {day}，到期后恢复要求。', en: 'Until {day}; after that it is asked of you again.' },
  },
  waiverRevoked: {
    name: 'plans.waiver_revoked', group: DUE, mail: 'now',
    title: { zh: '免修已撤销：{assignment}', en: 'Waiver revoked: {assignment}' },
    body: { zh: '原因：{reason}。请于 {day} 前完成。', en: 'Why: {reason}. Complete it by {day}.' },
  },
  nominated: {
    name: 'plans.nominated', group: TEAM, mail: 'digest',
    title: { zh: '待审批：提名 {people} 人参加 {assignment}', en: 'To decide: {people} people nominated for {assignment}' },
    body: { zh: '提名人：{sender}。理由：{reason}', en: 'By {sender}. Why: {reason}' },
  },
  nominationDecided: {
    name: 'plans.nomination_decided', group: TEAM, mail: 'digest',
    title: { zh: '{person} 的提名{decision}：{assignment}', en: 'Nomination of {person} {decision}: {assignment}' },
    body: { zh: '{note}', en: '{note}' },
  },
  pathCompleted: {
    name: 'plans.path_completed', group: DUE, mail: 'digest',
    title: { zh: '学习路径已完成：{path}', en: 'Path completed: {path}' },
    body: { zh: '全部必修步骤均已完成。', en: 'All required steps are done.' },
  },
  confirm: {
    name: 'plans.confirm', group: { name: 'campaigns', label: { zh: '指派管理', en: 'Managing assignments' } }, mail: 'now', mandatory: true,
    title: { zh: '待确认：{assignment} 将影响 {affected} 人', en: 'To confirm: {assignment} affects {affected} people' },
    body: { zh: '超过全行在职人数的 2%，请核对差异后确认人数。', en: 'That is more than 2 % of the active staff. Look at the difference and confirm the number.' },
  },
} as const satisfies Record<string, MessageTemplate>;
