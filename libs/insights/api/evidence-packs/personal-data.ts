import { type PersonalDataSource, type RetentionRule, statement } from '@zhixing/platform/api';

export const evidencePersonalData: PersonalDataSource = {
  tables: [
    {
      name: 'insights.evidence_people',
      title: { zh: '培训证据包中的本人信息', en: 'What packs of evidence say of you' },
      columns: {
        asOf: { zh: '截至时点', en: 'As of' }, staffNumber: { zh: '工号', en: 'Staff number' }, name: { zh: '姓名', en: 'Name' }, department: { zh: '部门', en: 'Department' }, position: { zh: '岗位', en: 'Position' },
        awayFrom: { zh: '休假自', en: 'On leave since' },
      },
      query: statement(
        'insights.personal_evidence',
        `select as_of as "asOf", staff_number as "staffNumber", display_name as name, department, position, away_from::text as "awayFrom" from insights.evidence_person where person_id = $1 order by as_of desc`,
      ),
    },
  ],
  leaver: [],
};

export const evidenceRetention: RetentionRule[] = [
  {
    name: 'insights.evidence_people',
    title: { zh: '培训证据包中的人员信息', en: 'People named in packs of evidence' },
    period: { zh: '不自动删除', en: 'Not deleted automatically' },
    why: {
      zh: '同一时点的证据包再次生成时须逐字节一致；包中的姓名是证据的一部分，离职员工去标识化后不变，此后新时点的证据包只写代号。',
      en: 'The pack of a moment must come out the same, byte for byte, whenever it is made again. Names in it are part of the evidence and outlast the pseudonymisation of leavers; packs of other moments made after it show the pseudonym.',
    },
  },
];
