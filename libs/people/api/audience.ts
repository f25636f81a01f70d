import { peopleAudience } from '@zhixing/people/contract';
import { type AudienceKind, audienceKind } from '@zhixing/platform/api';

/** SQL: whether something holds of today's place `w` of a person. */
const place = (person: string, holds: string): string => `exists (select from people.workforce w where w.person_id = ${person} and ${holds})`;

const listed = (names: string[]): string => names.join('、');

/** What audience rules may ask of somebody's place in the bank. */
export const peopleAudienceKinds: AudienceKind[] = [
  audienceKind({
    kind: 'people.department', title: { zh: '部门（含下级）', en: 'Department and below' }, value: peopleAudience['people.department'],
    predicate: ({ departmentIds }, bind, person) => place(person, `w.department_path && ${bind(departmentIds)}::uuid[]`),
    names: ({ departmentIds }) => ({ of: 'department', ids: departmentIds }),
    words: (_, names) => ({ zh: `部门：${listed(names)}`, en: `department: ${names.join(', ')}` }),
  }),
  audienceKind({
    kind: 'people.position', title: { zh: '岗位', en: 'Position' }, value: peopleAudience['people.position'],
    predicate: ({ positionIds }, bind, person) => place(person, `w.position_id = any(${bind(positionIds)}::uuid[])`),
    names: ({ positionIds }) => ({ of: 'position', ids: positionIds }),
    words: (_, names) => ({ zh: `岗位：${listed(names)}`, en: `position: ${names.join(', ')}` }),
  }),
  audienceKind({
    kind: 'people.level', title: { zh: '职级', en: 'Grade' }, value: peopleAudience['people.level'],
    predicate: ({ is, jobLevelId }, bind, person) => place(person, `w.job_level_rank ${is === 'at_least' ? '>=' : '<='} (select l.rank from people.job_level l where l.id = ${bind(jobLevelId)}::uuid)`),
    names: ({ jobLevelId }) => ({ of: 'job_level', ids: [jobLevelId] }),
    words: ({ is }, [name]) => (is === 'at_least' ? { zh: `职级：${name}及以上`, en: `grade: ${name} or above` } : { zh: `职级：${name}及以下`, en: `grade: ${name} or below` }),
  }),
  audienceKind({
    kind: 'people.hired', title: { zh: '入职日期', en: 'Hire date' }, value: peopleAudience['people.hired'],
    predicate: ({ is, on }, bind, person) => place(person, `w.hired_on ${is === 'before' ? '<' : '>='} ${bind(on)}::date`),
    words: ({ is, on }) => (is === 'before' ? { zh: `${on} 之前入职`, en: `hired before ${on}` } : { zh: `${on} 起入职`, en: `hired since ${on}` }),
  }),
  audienceKind({
    kind: 'people.joined', title: { zh: '新员工', en: 'Joiners' }, value: peopleAudience['people.joined'],
    predicate: ({ withinDays }, bind, person) => place(person, `w.hired_on > platform.today() - ${bind(withinDays)}::int`),
    words: ({ withinDays }) => ({ zh: `入职 ${withinDays} 天以内`, en: `hired within ${withinDays} days` }),
  }),
  audienceKind({
    kind: 'people.persons', title: { zh: '指定员工', en: 'Named people' }, value: peopleAudience['people.persons'],
    predicate: ({ personIds }, bind, person) => `${person} = any(${bind(personIds)}::uuid[])`,
    names: ({ personIds }) => ({ of: 'person', ids: personIds.slice(0, 5) }),
    words: ({ personIds }, names) => ({ zh: `指定 ${personIds.length} 人：${listed(names)}${personIds.length > names.length ? '等' : ''}`, en: `${personIds.length} named people: ${names.join(', ')}${personIds.length > names.length ? ' …' : ''}` }),
  }),
];
