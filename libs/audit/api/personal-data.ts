import { type PersonalDataSource, statement } from '@zhixing/platform/api';

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
};
