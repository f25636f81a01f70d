import { type PersonalDataSource, type RetentionRule, statement } from '@zhixing/platform/api';

const COURSE = { zh: '课程', en: 'Course' };

export const recognitionPersonalData: PersonalDataSource = {
  tables: [
    {
      name: 'recognition.certificates',
      title: { zh: '证书', en: 'Certificates' },
      columns: {
        number: { zh: '编号', en: 'Number' }, title: { zh: '名称', en: 'Title' }, holder: { zh: '证书上的姓名', en: 'Name on it' }, department: { zh: '当时部门', en: 'Department then' }, score: { zh: '成绩', en: 'Score' },
        earnedAt: { zh: '取得时间', en: 'Earned' }, issuedAt: { zh: '颁发时间', en: 'Issued' }, validUntil: { zh: '有效期至', en: 'Valid until' }, revokedAt: { zh: '撤销时间', en: 'Revoked' }, reason: { zh: '撤销理由', en: 'Reason of revocation' },
      },
      query: statement(
        'recognition.personal_certificates',
        `select number, title, holder, department, score, earned_at as "earnedAt", issued_at as "issuedAt", valid_until::text as "validUntil", revoked_at as "revokedAt", revocation_reason as reason
           from recognition.certificate where person_id = $1 order by issued_at desc`,
      ),
    },
    {
      name: 'recognition.reviews',
      title: { zh: '证书复核', en: 'Reviews of certificates' },
      columns: { number: { zh: '编号', en: 'Number' }, openedAt: { zh: '提出时间', en: 'Opened' }, reason: { zh: '理由', en: 'Reason' }, outcome: { zh: '结论', en: 'Outcome' }, decidedAt: { zh: '决定时间', en: 'Decided' }, decision: { zh: '决定理由', en: 'Reason of the decision' } },
      query: statement(
        'recognition.personal_reviews',
        `select c.number, r.opened_at as "openedAt", r.reason, r.outcome, r.decided_at as "decidedAt", r.decision_reason as decision
           from recognition.certificate c join recognition.review r on r.certificate_id = c.id where c.person_id = $1 order by r.opened_at desc`,
      ),
    },
    {
      name: 'recognition.hours',
      title: { zh: '学时', en: 'Learning hours' },
      columns: { on: { zh: '日期', en: 'Day' }, kind: { zh: '类别', en: 'Kind' }, minutes: { zh: '分钟', en: 'Minutes' }, source: { zh: '来源', en: 'Source' }, note: { zh: '课程或理由', en: 'Course or reason' } },
      query: statement('recognition.personal_hours', `select "on"::text as "on", kind, minutes, source, note from recognition.hours where person_id = $1 order by "on" desc, id desc`),
    },
    {
      name: 'recognition.points',
      title: { zh: '积分', en: 'Points' },
      columns: { at: { zh: '时间', en: 'Time' }, rule: { zh: '规则', en: 'Rule' }, points: { zh: '积分', en: 'Points' }, title: COURSE },
      query: statement('recognition.personal_points', 'select at, rule, points, title from recognition.points where person_id = $1 order by at desc, id desc'),
    },
    {
      name: 'recognition.unlisted',
      title: { zh: '积分榜不列名', en: 'Not listed on the board of points' },
      columns: { at: { zh: '选择时间', en: 'Chosen' } },
      query: statement('recognition.personal_unlisted', 'select at from recognition.unlisted where person_id = $1'),
    },
  ],
  leaver: [statement('recognition.forget_listing', 'delete from recognition.unlisted where person_id = $1')],
  pseudonymise: [
    statement('recognition.withhold_names', 'update recognition.certificate set holder = people.pseudonym($1), withheld_at = platform.now() where person_id = $1 and withheld_at is null'),
  ],
};

export const recognitionRetention: RetentionRule[] = [
  {
    name: 'recognition.certificates',
    title: { zh: '证书与有关决定', en: 'Certificates and decisions about them' },
    period: { zh: '不自动删除', en: 'Not deleted automatically' },
    why: { zh: '证书须长期可核验，离职后仍可能被查验。', en: 'A certificate must stay verifiable, also after its holder has left.' },
  },
  {
    name: 'recognition.ledgers',
    title: { zh: '学时与积分明细', en: 'Ledgers of hours and points' },
    period: { zh: '不自动删除', en: 'Not deleted automatically' },
    why: { zh: '年度学时要求的证据，可随时由完成记录复核。', en: 'Evidence for the yearly rule; can be checked against the completion records at any time.' },
  },
  {
    name: 'recognition.lookups',
    title: { zh: '证书核验的来源地址', en: 'Addresses that verified certificates' },
    period: { zh: '一天', en: 'One day' },
    why: { zh: '仅用于限制核验频率，防止猜测编号。', en: 'Only to limit how often numbers are looked up, so that none can be guessed.' },
    purge: statement(
      'recognition.purge_lookups',
      `delete from recognition.lookup where (address, slot) in (select address, slot from recognition.lookup where slot < platform.now() - interval '1 day' limit 1000) returning 1 as purged`,
    ),
  },
];
