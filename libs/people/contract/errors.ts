import type { ErrorCatalogue } from '@zhixing/platform/contract';

export const peopleErrors = {
  'people.staff_number_taken': { status: 409, zh: '工号“{value}”已被使用。', en: 'The staff number “{value}” is taken.' },
  'people.hr_key_taken': { status: 409, zh: '人力系统编号“{value}”已属于另一位员工；离职后再入职请在其页面办理。', en: 'The HR key “{value}” belongs to somebody already. Rehire a leaver on their own page.' },
  'people.department_code_taken': { status: 409, zh: '部门编号“{value}”已被使用。', en: 'The department code “{value}” is taken.' },
  'people.not_employed': { status: 409, zh: '{names} 在 {day} 不在职，无法办理。', en: '{names} not employed on {day}.' },
  'people.already_employed': { status: 409, zh: '该员工在这段时间已经在职。', en: 'The person is already employed at that time.' },
  'people.leave_overlaps': { status: 409, zh: '与已有的假期时间重叠。', en: 'This overlaps another leave.' },
  'people.already_manager': { status: 409, zh: '这段时间内已经有这项管理关系。', en: 'This relation stands already at that time.' },
  'people.manages_itself': { status: 422, zh: '不能让员工管理自己，也不能形成循环的汇报关系。', en: 'Nobody can manage themself, directly or through others.' },
  'people.department_closed': { status: 409, zh: '部门“{name}”在 {day} 不存在或已撤销。', en: 'The department “{name}” does not exist on {day}.' },
  'people.department_cycle': { status: 422, zh: '不能把部门移到它自己或它的下级之下。', en: 'A department cannot stand under itself or what is below it.' },
  'people.later_change': { status: 409, zh: '{day} 之后已有安排，请先处理较晚的变动。', en: 'There is a change after {day} already. Deal with the later one first.' },
  'people.root_fixed': { status: 409, zh: '最上级部门不能移动、合并或撤销。', en: 'The top of the tree cannot be moved, merged or closed.' },
  'people.department_not_empty': { status: 409, zh: '部门内还有 {people} 人、{units} 个下级，请先合并或调走。', en: 'The department still has {people} people and {units} units. Merge it, or move them first.' },
  'people.own_account': { status: 409, zh: '不能停用自己的账号。', en: 'You cannot disable your own account.' },
} as const satisfies ErrorCatalogue;
