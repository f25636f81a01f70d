import { type PersonalDataSource, type RetentionRule, statement } from '@zhixing/platform/api';

export const messagesPersonalData: PersonalDataSource = {
  tables: [
    {
      name: 'messages.messages',
      title: { zh: '收到的消息', en: 'Messages' },
      columns: { at: { zh: '时间', en: 'Time' }, template: { zh: '消息', en: 'Message' }, values: { zh: '内容', en: 'Content' }, link: { zh: '链接', en: 'Link' }, readAt: { zh: '阅读时间', en: 'Read' } },
      query: statement('messages.personal_messages', `select at, template, "values"::text as "values", link, read_at as "readAt" from messages.message where person_id = $1 order by at desc`),
    },
    {
      name: 'messages.deliveries',
      title: { zh: '发出的邮件', en: 'Mail sent' },
      columns: { createdAt: { zh: '时间', en: 'Time' }, channel: { zh: '渠道', en: 'Channel' }, state: { zh: '状态', en: 'State' }, finishedAt: { zh: '完成时间', en: 'Finished' } },
      query: statement('messages.personal_deliveries', `select created_at as "createdAt", channel, state, finished_at as "finishedAt" from messages.delivery where person_id = $1 order by created_at desc`),
    },
    {
      name: 'messages.preferences',
      title: { zh: '通知设置', en: 'Notification settings' },
      columns: { setting: { zh: '设置', en: 'Setting' }, value: { zh: '内容', en: 'Value' } },
      query: statement(
        'messages.personal_preferences',
        `select 'quiet hours' as setting, quiet_from || '-' || quiet_until as value from messages.quiet_hours where person_id = $1
         union all select 'muted', "group" || ' ' || channel from messages.mute where person_id = $1`,
      ),
    },
  ],
};

export const messagesRetention: RetentionRule[] = [
  {
    name: 'messages.messages',
    title: { zh: '消息与投递记录', en: 'Messages and their deliveries' },
    period: { zh: '不自动删除', en: 'Not deleted automatically' },
    why: { zh: '证明提醒与通知已经送达，是培训证据的一部分。', en: 'They prove that people were told: part of the evidence of training.' },
  },
];
