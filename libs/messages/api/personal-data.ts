import { type PersonalDataSource, type RetentionRule, statement } from '@zhixing/platform/api';

export const messagesPersonalData: PersonalDataSource = {
  tables: [
    {
      name: 'messages.messages',
      title: { zh: '消息', en: 'Messages' },
      columns: {
        at: { zh: '时间', en: 'Time' }, template: { zh: '种类', en: 'Kind' }, values: { zh: '内容', en: 'Contents' }, link: { zh: '链接', en: 'Link' }, readAt: { zh: '阅读时间', en: 'Read' },
      },
      query: statement('messages.personal_messages', `select at, template, "values", link, read_at as "readAt" from messages.message where person_id = $1 order by at desc`),
    },
    {
      name: 'messages.mails',
      title: { zh: '邮件', en: 'Mails' },
      columns: {
        createdAt: { zh: '产生时间', en: 'Made' }, state: { zh: '状态', en: 'State' }, attempts: { zh: '发送次数', en: 'Tries' }, reason: { zh: '原因', en: 'Reason' }, finishedAt: { zh: '结束时间', en: 'Finished' },
      },
      query: statement('messages.personal_mails', 'select created_at as "createdAt", state, attempts, reason, finished_at as "finishedAt" from messages.delivery where person_id = $1 order by created_at desc'),
    },
    {
      name: 'messages.muted',
      title: { zh: '关闭的提醒', en: 'Muted messages' },
      columns: { group: { zh: '消息类别', en: 'About' }, channel: { zh: '方式', en: 'Way' } },
      query: statement('messages.personal_muted', 'select "group", channel from messages.mute where person_id = $1 order by 1, 2'),
    },
    {
      name: 'messages.quiet_hours',
      title: { zh: '免打扰时段', en: 'Quiet hours' },
      columns: { from: { zh: '开始', en: 'From' }, until: { zh: '结束', en: 'Until' } },
      query: statement('messages.personal_quiet_hours', 'select quiet_from as "from", quiet_until as until from messages.quiet_hours where person_id = $1'),
    },
  ],
  leaver: [
    statement('messages.leaver_muted', 'delete from messages.mute where person_id = $1'),
    statement('messages.leaver_quiet_hours', 'delete from messages.quiet_hours where person_id = $1'),
  ],
  pseudonymise: [
    statement('messages.forget_mails', 'delete from messages.delivery where person_id = $1'),
    statement('messages.forget_messages', 'delete from messages.message where person_id = $1'),
  ],
};

const PERIOD = { zh: '一年', en: 'One year' };

export const messagesRetention: RetentionRule[] = [
  {
    name: 'messages.messages',
    title: { zh: '消息及其邮件的发送状态', en: 'Messages and how their mails went' },
    period: PERIOD,
    why: { zh: '查证何时通知过本人。', en: 'To show when a person was told.' },
    purge: statement(
      'messages.purge_messages',
      `with old as (select id from messages.message where at < platform.now() - interval '1 year' order by at limit 1000 for update skip locked),
            mails as (delete from messages.delivery where message_id in (select id from old))
       delete from messages.message where id in (select id from old) returning 1 as purged`,
    ),
  },
  {
    name: 'messages.digests',
    title: { zh: '每日汇总邮件的发送状态', en: 'How digests went' },
    period: PERIOD,
    why: { zh: '与其中的消息一致。', en: 'As long as the messages in them.' },
    purge: statement(
      'messages.purge_digests',
      `delete from messages.delivery where id in (
         select d.id from messages.delivery d where d.digest_day < platform.today() - interval '1 year' and not exists (select from messages.delivery i where i.digest_id = d.id) limit 1000 for update skip locked)
       returning 1 as purged`,
    ),
  },
];
