import { PURGE_PARTS } from './audit-archive.queries.ts';
import { statement } from './database.ts';
import type { PersonalDataSource, RetentionRule } from './personal-data.ts';

/** What the kernel keeps about a person. */
export const platformPersonalData: PersonalDataSource = {
  tables: [
    {
      name: 'platform.files',
      title: { zh: '我的文件', en: 'My files' },
      columns: { name: { zh: '文件名', en: 'Name' }, size: { zh: '字节数', en: 'Bytes' }, createdAt: { zh: '存入时间', en: 'Stored' } },
      query: statement('platform.personal_files', `select f.name, c.size::float8 as size, f.created_at as "createdAt" from platform.file f join platform.file_content c using (sha256) where f.person_id = $1 order by f.created_at desc`),
    },
    {
      name: 'platform.saved_views',
      title: { zh: '保存的视图', en: 'Saved views' },
      columns: { page: { zh: '页面', en: 'Page' }, name: { zh: '名称', en: 'Name' }, query: { zh: '条件', en: 'Filters' } },
      query: statement('platform.personal_saved_views', `select page, name, query from platform.saved_view where person_id = $1 order by page, name`),
    },
    {
      name: 'platform.exports',
      title: { zh: '我的导出', en: 'My exports' },
      columns: { kind: { zh: '种类', en: 'Kind' }, status: { zh: '状态', en: 'State' }, reason: { zh: '原因', en: 'Reason' }, createdAt: { zh: '时间', en: 'Time' } },
      query: statement('platform.personal_exports', `select kind, status, reason, created_at as "createdAt" from platform.job where person_id = $1 order by created_at desc`),
    },
    {
      name: 'platform.acts',
      title: { zh: '我的操作记录', en: 'What I did' },
      columns: { at: { zh: '时间', en: 'Time' }, action: { zh: '操作', en: 'Action' }, objectType: { zh: '对象', en: 'Object' }, objectId: { zh: '对象编号', en: 'Object id' }, address: { zh: '来源地址', en: 'Address' } },
      query: statement('platform.personal_acts', `select at, action, object_type as "objectType", object_id as "objectId", address from platform.audit_entry where person_id = $1 order by at desc limit 20000`),
    },
    {
      name: 'platform.acts_on_me',
      title: { zh: '他人对我的档案的操作', en: 'What others did to my record' },
      columns: { at: { zh: '时间', en: 'Time' }, action: { zh: '操作', en: 'Action' }, personId: { zh: '操作人编号', en: 'Person id' } },
      query: statement('platform.personal_acts_on_me', `select at, action, person_id as "personId" from platform.audit_entry where object_type = 'person' and object_id = $1::text and person_id is distinct from $1::uuid order by at desc limit 20000`),
    },
  ],
  // what proves something is a file of the house by now; what is left was for the person's own use
  pseudonymise: [
    statement('platform.forget_views', 'delete from platform.saved_view where person_id = $1'),
    statement('platform.forget_files', 'delete from platform.file f where person_id = $1 and not exists (select from platform.job j where j.file_id = f.id)'),
    statement('platform.forget_usage', 'delete from platform.file_usage where person_id = $1'),
  ],
};

export const platformRetention: RetentionRule[] = [
  {
    name: 'platform.audit',
    title: { zh: '审计记录', en: 'Audit trail' },
    period: { zh: '在线 13 个月，之后归档 3 年', en: '13 months at hand, then 3 years in the archive' },
    why: {
      zh: '网络安全法要求日志至少保存六个月；归档期满后只留校验链的接点。记录前后相扣、只增不改，离职员工去标识化时也不改动，只按本期限删除。',
      en: 'Law asks for logs of at least six months; afterwards only the joints of the chain stay. Entries are chained and never changed, not even when a leaver is pseudonymised: they go by this period alone.',
    },
    purge: PURGE_PARTS,
  },
  {
    name: 'platform.exports',
    title: { zh: '导出的文件', en: 'Exported files' },
    period: { zh: '24 小时', en: '24 hours' },
    why: { zh: '导出是为了当下的用途，留存越短越安全。', en: 'An export serves a purpose of the day; what is gone cannot leak.' },
  },
  {
    name: 'platform.jobs',
    title: { zh: '后台任务的记录', en: 'Records of jobs' },
    period: { zh: '结束后 30 天', en: '30 days after the end' },
    why: { zh: '便于查明任务为何失败。', en: 'To find out why a job failed.' },
  },
  {
    name: 'platform.live',
    title: { zh: '页面的实时消息', en: 'News for open pages' },
    period: { zh: '1 小时', en: '1 hour' },
    why: { zh: '只供重新打开的页面补看。', en: 'Only for pages that come back.' },
  },
  {
    name: 'platform.repeats',
    title: { zh: '防重复提交的记录', en: 'Records against double submission' },
    period: { zh: '24 小时', en: '24 hours' },
    why: { zh: '同一请求重发时给出同样的答复。', en: 'So that a request sent again is answered alike.' },
  },
];
