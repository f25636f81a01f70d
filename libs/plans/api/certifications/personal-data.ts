import { type PersonalTable, type RetentionRule, statement } from '@zhixing/platform/api';
import { placeOf } from './cycles.queries.ts';

const TITLE = { zh: '资格', en: 'Certification' };
const UNTIL = { zh: '有效期至', en: 'Valid until' };

/** What a person holds and handed in, for their own copy. */
export const certificationPersonalTables: PersonalTable[] = [
  {
    name: 'plans.certification_cycles',
    title: { zh: '资格认证', en: 'Certifications' },
    columns: { title: TITLE, number: { zh: '第几期', en: 'Cycle' }, validFrom: { zh: '有效期自', en: 'Valid from' }, validUntil: UNTIL, gapDays: { zh: '空档天数', en: 'Days without before' }, reference: { zh: '证书编号', en: 'Number' }, revoked: { zh: '撤销原因', en: 'Why revoked' } },
    query: statement(
      'plans.personal_cycles',
      `select k.title, ${placeOf('c')} as number, c.valid_from::text as "validFrom", c.valid_until::text as "validUntil", c.gap_days as "gapDays", c.reference, v.reason as revoked
         from plans.certification_cycle c join plans.certification k on k.id = c.certification_id left join plans.certification_revocation v on v.cycle_id = c.id where c.person_id = $1 order by c.recorded_at desc`,
    ),
  },
  {
    name: 'plans.external_certificates',
    title: { zh: '提交的外部证书', en: 'Certificates handed in' },
    columns: { title: TITLE, number: { zh: '证书编号', en: 'Number' }, issuedOn: { zh: '颁发日期', en: 'Issued' }, validUntil: UNTIL, file: { zh: '材料', en: 'Document' }, state: { zh: '状态', en: 'State' }, submittedAt: { zh: '提交时间', en: 'Handed in' }, note: { zh: '说明', en: 'Note' } },
    query: statement(
      'plans.personal_certificates',
      `select k.title, x.number, x.issued_on::text as "issuedOn", x.valid_until::text as "validUntil", x.file_name as file, x.state, x.submitted_at as "submittedAt", x.note
         from plans.external_certificate x join plans.certification k on k.id = x.certification_id where x.person_id = $1 order by x.submitted_at desc`,
    ),
  },
  {
    name: 'plans.early_renewals',
    title: { zh: '提前续证', en: 'Early renewals' },
    columns: { title: TITLE, completedAt: { zh: '完成时间', en: 'Completed' }, state: { zh: '决定', en: 'Decision' }, decidedAt: { zh: '决定时间', en: 'Decided' } },
    query: statement(
      'plans.personal_early_renewals',
      `select k.title, e.completed_at as "completedAt", e.state, e.decided_at as "decidedAt" from plans.certification_early e join plans.certification k on k.id = e.certification_id where e.person_id = $1 order by e.completed_at desc`,
    ),
  },
];

export const certificationRetention: RetentionRule[] = [
  {
    name: 'plans.certifications',
    title: { zh: '资格认证、续证与外部证书', en: 'Certifications, renewals and external certificates' },
    period: { zh: '不自动删除', en: 'Not deleted automatically' },
    why: { zh: '持证上岗须向监管与审计举证，包括过去任何一天。', en: 'Who was certified on any day must be provable to regulators and auditors.' },
  },
];
