import { type PersonalDataSource, type RetentionRule, statement } from '@zhixing/platform/api';

export const accessPersonalData: PersonalDataSource = {
  tables: [
    {
      name: 'access.account',
      title: { zh: '账号', en: 'Account' },
      columns: { login: { zh: '账号', en: 'Login' }, changedAt: { zh: '密码修改时间', en: 'Password changed' } },
      query: statement('access.personal_account', `select login, changed_at as "changedAt" from access.credential where person_id = $1`),
    },
    {
      name: 'access.second_factor',
      title: { zh: '双因素认证', en: 'Second factor' },
      columns: { confirmedAt: { zh: '启用时间', en: 'Switched on' }, recoveryCodes: { zh: '剩余恢复码', en: 'Recovery codes left' } },
      query: statement('access.personal_second_factor', `select confirmed_at as "confirmedAt", cardinality(recovery_hashes) as "recoveryCodes" from access.second_factor where person_id = $1`),
    },
    {
      name: 'access.logins',
      title: { zh: '登录', en: 'Logins' },
      columns: { createdAt: { zh: '登录时间', en: 'Signed in' }, seenAt: { zh: '最近使用', en: 'Last used' }, endedAt: { zh: '结束时间', en: 'Ended' }, address: { zh: '来源地址', en: 'Address' }, device: { zh: '设备', en: 'Device' } },
      query: statement('access.personal_logins', `select created_at as "createdAt", seen_at as "seenAt", ended_at as "endedAt", address, device from access.login where person_id = $1 order by created_at desc`),
    },
  ],
  leaver: [
    statement('access.leaver', 'update access.login set ended_at = platform.now() where person_id = $1 and ended_at is null'),
    statement('access.leaver_second_factor', 'delete from access.second_factor where person_id = $1'),
    statement('access.leaver_offer', 'delete from access.second_factor_enrolment where person_id = $1'),
  ],
  pseudonymise: [
    statement('access.forget_leaver_failures', 'delete from access.login_failure where login in (select login from access.credential where person_id = $1)'),
    ...['second_factor', 'second_factor_enrolment', 'activation', 'former_password', 'login', 'credential'].map((table) => statement(`access.forget_leaver_${table}`, `delete from access.${table} where person_id = $1`)),
  ],
};

export const accessRetention: RetentionRule[] = [
  {
    name: 'access.enrolments',
    title: { zh: '未完成的双因素认证设置', en: 'Second factors that were never confirmed' },
    period: { zh: '1 天', en: '1 day' },
    why: { zh: '15 分钟后即不可用。', en: 'They are good for 15 minutes.' },
    purge: statement(
      'access.purge_enrolments',
      `delete from access.second_factor_enrolment where person_id in (select person_id from access.second_factor_enrolment where begun_at < platform.now() - interval '1 day' order by begun_at limit 1000 for update skip locked) returning 1 as purged`,
    ),
  },
  {
    name: 'access.logins',
    title: { zh: '登录（时间、地址、设备）', en: 'Logins (time, address, device)' },
    period: { zh: '最后使用后 13 个月', en: '13 months after the last use' },
    why: { zh: '查明账号是否被冒用；与审计记录的在线期限一致。', en: 'To find out whether an account was misused; as long as the audit trail is at hand.' },
    purge: statement(
      'access.purge_logins',
      `delete from access.login where id in (select id from access.login where greatest(seen_at, ended_at) < platform.now() - interval '13 months' order by seen_at limit 1000 for update skip locked) returning 1 as purged`,
    ),
  },
  {
    name: 'access.failures',
    title: { zh: '登录失败的账号名与次数', en: 'Failed sign-ins by the name typed' },
    period: { zh: '最后一次失败后 30 天', en: '30 days after the last failure' },
    why: { zh: '防止反复猜测密码。', en: 'Against guessing passwords.' },
    purge: statement(
      'access.purge_failures',
      `delete from access.login_failure where login in (
         select login from access.login_failure where last_at < platform.now() - interval '30 days' and (locked_until is null or locked_until < platform.now()) order by last_at limit 1000 for update skip locked)
       returning 1 as purged`,
    ),
  },
];
