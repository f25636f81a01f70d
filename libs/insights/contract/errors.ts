import type { ErrorCatalogue } from '@zhixing/platform/contract';

export const insightsErrors = {
  'insights.as_of_ahead': { status: 409, zh: '截至时点必须早于当前时间至少一分钟，之后才能确认当时的全部记录。', en: 'The as-of moment must be over for at least a minute; only then is all of it on record.' },
  'insights.nothing_then': { status: 409, zh: '截至该时点，这项任务尚未建立。', en: 'At that moment this assignment had not been made.' },
  'insights.trail_gone': { status: 409, zh: '这项任务的部分审计记录已超过保存期限并被删除，无法再生成完整的证据包。', en: 'Part of this assignment’s audit trail is past its retention period and deleted; a complete pack can no longer be made.' },
} as const satisfies ErrorCatalogue;
