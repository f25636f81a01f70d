import type { ActWords } from '@zhixing/platform/api';

export const plansActs: ActWords = {
  actions: {
    'assignment.create': { zh: '新建指派', en: 'Made an assignment' },
    'assignment.edit': { zh: '修改指派', en: 'Changed an assignment' },
    'assignment.activate': { zh: '启用指派', en: 'Activated an assignment' },
    'assignment.end': { zh: '结束指派', en: 'Ended an assignment' },
    'assignment.direct': { zh: '指派下属学习', en: 'Assigned to people of the line' },
    'assignment.reconcile': { zh: '更新指派名单', en: 'Reconciled an assignment' },
    'assignment.confirm': { zh: '确认影响人数', en: 'Confirmed the people affected' },
    'assignment.discard_run': { zh: '放弃名单更新', en: 'Discarded a reconciliation' },
    'exception.decide': { zh: '处理例外', en: 'Decided an exception' },
    'extension.request': { zh: '申请延期', en: 'Asked for more time' },
    'extension.withdraw': { zh: '撤回延期申请', en: 'Withdrew a request for more time' },
    'extension.decide': { zh: '审批延期', en: 'Decided on more time' },
    'waiver.grant': { zh: '批准免修', en: 'Granted a waiver' },
    'waiver.revoke': { zh: '撤销免修', en: 'Revoked a waiver' },
    'waiver.evidence': { zh: '查看免修证明', en: 'Downloaded the evidence of a waiver' },
    'obligation.remind': { zh: '提醒', en: 'Sent a reminder' },
    'nomination.make': { zh: '提名', en: 'Nominated' },
    'nomination.decide': { zh: '审批提名', en: 'Decided a nomination' },
  },
  objects: {
    assignment: { zh: '指派', en: 'Assignment' },
    obligation: { zh: '学习任务', en: 'Obligation' },
    extension: { zh: '延期申请', en: 'Request for more time' },
    waiver: { zh: '免修', en: 'Waiver' },
    exception: { zh: '例外', en: 'Exception' },
    nomination: { zh: '提名', en: 'Nomination' },
  },
};
