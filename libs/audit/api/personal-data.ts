import { type PersonalDataSource, type RetentionRule, statement } from '@zhixing/platform/api';

export const auditPersonalData: PersonalDataSource = {
  tables: [
    {
      name: 'audit.corrections',
      title: { zh: '更正申请', en: 'Requests for correction' },
      columns: { about: { zh: '涉及', en: 'About' }, text: { zh: '内容', en: 'Text' }, createdAt: { zh: '提出时间', en: 'Asked' }, answer: { zh: '答复', en: 'Answer' }, answeredAt: { zh: '答复时间', en: 'Answered' } },
      query: statement('audit.personal_corrections', `select about, text, created_at as "createdAt", answer, answered_at as "answeredAt" from audit.correction where person_id = $1 order by created_at desc`),
    },
    {
      name: 'audit.acknowledgements',
      title: { zh: '已阅读的隐私声明', en: 'Privacy notices read' },
      columns: { version: { zh: '版本', en: 'Version' }, at: { zh: '时间', en: 'Time' } },
      query: statement('audit.personal_acknowledgements', 'select version, at from audit.acknowledgement where person_id = $1 order by version'),
    },
  ],
  pseudonymise: [
    statement('audit.clear_corrections', "update audit.correction set text = '', answer = case when answer is not null then '' end where person_id = $1 and (text <> '' or answer <> '')"),
  ],
};

/** The rule that makes leavers nameless. */
export const LEAVERS = 'audit.leavers';

export const auditRetention: RetentionRule[] = [
  {
    name: LEAVERS,
    title: { zh: '离职员工的身份信息与本人文字', en: 'Who leavers were, and their own words' },
    period: { zh: '离职后 {years} 年，之后去标识化', en: '{years} years after leaving, then pseudonymised' },
    why: {
      zh: '在职与离职后的培训情况可能被查问；期满后完成记录、证书与学习任务仍保留，只显示代号。期限由本行按法规设定，再入职者不处理。',
      en: 'Training may be asked about during and after employment. Completions, certificates and obligations stay, under a pseudonym. The bank sets the years by statute; who was taken on again is left alone.',
    },
  },
];
