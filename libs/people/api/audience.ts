import { peopleAudience } from '@zhixing/people/contract';
import { type AudienceKind, audienceKind, type Reader, statement } from '@zhixing/platform/api';
import type { Localized } from '@zhixing/platform/contract';

/** SQL: whether something holds of today's place `w` of a person. */
const place = (person: string, holds: string): string => `exists (select from people.workforce w where w.person_id = ${person} and ${holds})`;

/** What the ids $1 are called, in their order. */
const NAMES = statement(
  'people.audience_names',
  `select coalesce(d.name, o.name, l.name, p.display_name, '') as name from unnest($1::uuid[]) with ordinality i (id, place)
     left join people.department d on d.id = i.id left join people.position o on o.id = i.id left join people.job_level l on l.id = i.id left join people.person p on p.id = i.id order by place`,
);

/** Names joined as a list in both languages, at most five of them. */
async function listed(reader: Reader, ids: string[]): Promise<Localized> {
  const names = (await reader.rows<{ name: string }>(NAMES, [ids.slice(0, 5)])).map((row) => row.name);
  return ids.length > names.length ? { zh: `${names.join('、')}等`, en: `${names.join(', ')} …` } : { zh: names.join('、'), en: names.join(', ') };
}

const said = (zh: string, en: string, names: Localized): Localized => ({ zh: `${zh}：${names.zh}`, en: `${en}: ${names.en}` });

/** What audience rules may ask of somebody's place in the bank. */
export const peopleAudienceKinds: AudienceKind[] = [
  audienceKind({
    kind: 'people.department', title: { zh: '部门（含下级）', en: 'Department and below' }, value: peopleAudience['people.department'],
    predicate: ({ departmentIds }, bind, person) => place(person, `w.department_path && ${bind(departmentIds)}::uuid[]`),
    words: async ({ departmentIds }, reader) => said('部门', 'department', await listed(reader, departmentIds)),
  }),
  audienceKind({
    kind: 'people.position', title: { zh: '岗位', en: 'Position' }, value: peopleAudience['people.position'],
    predicate: ({ positionIds }, bind, person) => place(person, `w.position_id = any(${bind(positionIds)}::uuid[])`),
    words: async ({ positionIds }, reader) => said('岗位', 'position', await listed(reader, positionIds)),
  }),
  audienceKind({
    kind: 'people.level', title: { zh: '职级', en: 'Grade' }, value: peopleAudience['people.level'],
    predicate: ({ is, jobLevelId }, bind, person) => place(person, `w.job_level_rank ${is === 'at_least' ? '>=' : '<='} (select l.rank from people.job_level l where l.id = ${bind(jobLevelId)}::uuid)`),
    words: async ({ is, jobLevelId }, reader) => {
      const { zh, en } = await listed(reader, [jobLevelId]);
      return is === 'at_least' ? { zh: `职级：${zh}及以上`, en: `grade: ${en} or above` } : { zh: `职级：${zh}及以下`, en: `grade: ${en} or below` };
    },
  }),
  audienceKind({
    kind: 'people.hired', title: { zh: '入职日期', en: 'Hire date' }, value: peopleAudience['people.hired'],
    predicate: ({ is, on }, bind, person) => place(person, `w.hired_on ${is === 'before' ? '<' : '>='} ${bind(on)}::date`),
    words: async ({ is, on }) => (is === 'before' ? { zh: `${on} 之前入职`, en: `hired before ${on}` } : { zh: `${on} 起入职`, en: `hired since ${on}` }),
  }),
  audienceKind({
    kind: 'people.joined', title: { zh: '新员工', en: 'Joiners' }, value: peopleAudience['people.joined'],
    predicate: ({ withinDays }, bind, person) => place(person, `w.hired_on > platform.today() - ${bind(withinDays)}::int`),
    words: async ({ withinDays }) => ({ zh: `入职 ${withinDays} 天以内`, en: `hired within ${withinDays} days` }),
  }),
  audienceKind({
    kind: 'people.persons', title: { zh: '指定员工', en: 'Named people' }, value: peopleAudience['people.persons'],
    predicate: ({ personIds }, bind, person) => `${person} = any(${bind(personIds)}::uuid[])`,
    words: async ({ personIds }, reader) => said(`指定 ${personIds.length} 人`, `${personIds.length} named`, await listed(reader, personIds)),
  }),
];
