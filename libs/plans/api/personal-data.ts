import { type PersonalDataSource, type RetentionRule, statement } from '@zhixing/platform/api';

const ASSIGNMENT = { zh: '指派', en: 'Assignment' };
const AT = { zh: '时间', en: 'Time' };
const REASON = { zh: '原因', en: 'Reason' };

export const plansPersonalData: PersonalDataSource = {
  tables: [
    {
      name: 'plans.paths',
      title: { zh: '学习路径', en: 'Learning paths' },
      columns: { path: { zh: '学习路径', en: 'Path' }, enrolledAt: { zh: '加入时间', en: 'Followed since' }, completedAt: { zh: '完成时间', en: 'Completed' }, version: { zh: '版本', en: 'Version' } },
      query: statement(
        'plans.personal_paths',
        `select p.title as path, e.enrolled_at as "enrolledAt", c.completed_at as "completedAt", c.version
           from (select path_id, person_id from plans.path_enrolment union select path_id, person_id from plans.path_completion) o join plans.path p on p.id = o.path_id
           left join plans.path_enrolment e on e.person_id = o.person_id and e.path_id = o.path_id left join plans.path_completion c on c.person_id = o.person_id and c.path_id = o.path_id
          where o.person_id = $1 order by p.title, c.completed_at`,
      ),
    },
    {
      name: 'plans.obligations',
      title: { zh: '学习任务', en: 'Obligations' },
      columns: {
        assignment: ASSIGNMENT, reason: REASON, assignedOn: { zh: '指派日期', en: 'Assigned' }, dueOn: { zh: '截止日期', en: 'Due' }, mandatory: { zh: '必修', en: 'Mandatory' },
        state: { zh: '状态', en: 'State' }, completedAt: { zh: '完成时间', en: 'Completed' }, remindedAt: { zh: '最近提醒', en: 'Reminded' },
      },
      query: statement(
        'plans.personal_obligations',
        `select a.title as assignment, o.reason, o.assigned_on::text as "assignedOn", o.due_on::text as "dueOn", o.mandatory, o.state, o.completed_at as "completedAt", o.reminded_at as "remindedAt"
           from plans.obligation o join plans.assignment a on a.id = o.assignment_id where o.person_id = $1 order by o.due_on desc`,
      ),
    },
    {
      name: 'plans.obligation_changes',
      title: { zh: '学习任务变更', en: 'Changes of obligations' },
      columns: { assignment: ASSIGNMENT, at: AT, cause: { zh: '缘由', en: 'Cause' }, state: { zh: '状态', en: 'State' }, dueOn: { zh: '截止日期', en: 'Due' }, reason: REASON },
      query: statement(
        'plans.personal_changes',
        `select a.title as assignment, h.* from plans.obligation o join plans.assignment a on a.id = o.assignment_id
          cross join lateral (select at, cause, state, null::text as "dueOn", reason from plans.obligation_state s where s.obligation_id = o.id
                              union all select at, cause, null, due_on::text, null from plans.obligation_due d where d.obligation_id = o.id) h
          where o.person_id = $1 order by h.at desc limit 20000`,
      ),
    },
    {
      name: 'plans.extensions',
      title: { zh: '延期申请', en: 'Requests for more time' },
      columns: { assignment: ASSIGNMENT, requestedAt: AT, until: { zh: '延至', en: 'Until' }, reason: REASON, decision: { zh: '决定', en: 'Decision' }, note: { zh: '说明', en: 'Note' } },
      query: statement(
        'plans.personal_extensions',
        `select a.title as assignment, e.requested_at as "requestedAt", e.until::text, e.reason, e.decision, e.note
           from plans.extension e join plans.obligation o on o.id = e.obligation_id join plans.assignment a on a.id = o.assignment_id where o.person_id = $1 order by e.requested_at desc`,
      ),
    },
    {
      name: 'plans.waivers',
      title: { zh: '免修', en: 'Waivers' },
      columns: { assignment: ASSIGNMENT, approvedAt: AT, reason: REASON, expiresOn: { zh: '有效期至', en: 'Until' }, revokedAt: { zh: '撤销时间', en: 'Revoked' } },
      query: statement(
        'plans.personal_waivers',
        `select a.title as assignment, v.approved_at as "approvedAt", v.reason, v.expires_on::text as "expiresOn", v.revoked_at as "revokedAt"
           from plans.waiver v join plans.obligation o on o.id = v.obligation_id join plans.assignment a on a.id = o.assignment_id where o.person_id = $1 order by v.approved_at desc`,
      ),
    },
    {
      name: 'plans.exceptions',
      title: { zh: '指派例外', en: 'Exceptions' },
      columns: { assignment: ASSIGNMENT, raisedAt: AT, kind: { zh: '类型', en: 'Kind' }, decision: { zh: '决定', en: 'Decision' }, note: { zh: '说明', en: 'Note' } },
      query: statement(
        'plans.personal_exceptions',
        `select a.title as assignment, x.raised_at as "raisedAt", x.kind, x.decision, x.note from plans.exception x join plans.assignment a on a.id = x.assignment_id where x.person_id = $1 order by x.raised_at desc`,
      ),
    },
    {
      name: 'plans.nominations',
      title: { zh: '被提名', en: 'Nominations' },
      columns: { assignment: ASSIGNMENT, nominatedAt: AT, reason: REASON, state: { zh: '状态', en: 'State' }, note: { zh: '说明', en: 'Note' } },
      query: statement(
        'plans.personal_nominations',
        `select a.title as assignment, n.nominated_at as "nominatedAt", n.reason, n.state, n.note from plans.nomination n join plans.assignment a on a.id = n.assignment_id where n.person_id = $1 order by n.nominated_at desc`,
      ),
    },
  ],
  // why somebody was asked, released or given more time is evidence, and packs made before must come out the same: reasons and notes of decisions stay
  pseudonymise: [
    statement('plans.forget_import_names', 'update plans.results_import_row set staff_number = people.pseudonym_number($1), name = people.pseudonym($1) where person_id = $1 and name <> people.pseudonym($1)'),
    statement('plans.clear_class_reasons', "update plans.class_member set reason = '' where person_id = $1 and reason <> ''"),
    statement('plans.detach_answers', 'select plans.detach_answers($1)'),
    statement('plans.rename_waiver_files', `update plans.waiver v set evidence_name = ${renamed('v.evidence_name')} from plans.obligation o where o.id = v.obligation_id and o.person_id = $1 and v.evidence_name is not null`),
    statement('plans.rename_certificate_files', `update plans.external_certificate set file_name = ${renamed('file_name')} where person_id = $1`),
  ],
};

/** The name of a document that proves something, which often holds a person's name: only the kind of file stays. */
function renamed(column: string): string {
  return `'证明材料' || coalesce(substring(${column} from '[.][A-Za-z0-9]+$'), '')`;
}

export const plansRetention: RetentionRule[] = [
  {
    name: 'plans.obligations',
    title: { zh: '指派、学习任务、延期、免修与例外', en: 'Assignments, extensions, waivers, exceptions' },
    period: { zh: '不自动删除', en: 'Not deleted automatically' },
    why: { zh: '说明当时要求了谁、何时到期、为何免修，是合规培训证据的一部分。', en: 'They say what was asked of whom until when, and why not: part of the evidence of training.' },
  },
];
