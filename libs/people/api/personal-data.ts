import { type PersonalDataSource, type RetentionRule, statement } from '@zhixing/platform/api';

const FROM_UNTIL = { validFrom: { zh: '自', en: 'From' }, validUntil: { zh: '至（不含）', en: 'Until (exclusive)' } };

export const peoplePersonalData: PersonalDataSource = {
  tables: [
    {
      name: 'people.person',
      title: { zh: '基本信息', en: 'Person' },
      columns: { displayName: { zh: '姓名', en: 'Name' }, staffNumber: { zh: '工号', en: 'Staff number' }, mail: { zh: '邮箱', en: 'Mail' }, active: { zh: '在用', en: 'Active' }, language: { zh: '语言', en: 'Language' }, theme: { zh: '外观', en: 'Appearance' } },
      query: statement('people.personal_person', `select display_name as "displayName", staff_number as "staffNumber", mail, active, language, theme from people.person where id = $1`),
    },
    {
      name: 'people.memberships',
      title: { zh: '部门与岗位', en: 'Departments and positions' },
      columns: { department: { zh: '部门', en: 'Department' }, position: { zh: '岗位', en: 'Position' }, ...FROM_UNTIL },
      query: statement(
        'people.personal_memberships',
        `select d.name as department, o.name as position, m.valid_from::text as "validFrom", m.valid_until::text as "validUntil"
           from people.department_membership m join people.department d on d.id = m.department_id join people.position o on o.id = m.position_id where m.person_id = $1 order by m.valid_from`,
      ),
    },
    {
      name: 'people.managers',
      title: { zh: '上级', en: 'Managers' },
      columns: { manager: { zh: '上级', en: 'Manager' }, kind: { zh: '关系', en: 'Kind' }, ...FROM_UNTIL },
      query: statement(
        'people.personal_managers',
        `select p.display_name as manager, r.kind, r.valid_from::text as "validFrom", r.valid_until::text as "validUntil" from people.manager_relation r join people.person p on p.id = r.manager_id where r.person_id = $1 order by r.valid_from`,
      ),
    },
    {
      name: 'people.roles',
      title: { zh: '角色', en: 'Roles' },
      columns: { role: { zh: '角色', en: 'Role' }, ...FROM_UNTIL },
      query: statement('people.personal_roles', `select role, valid_from as "validFrom", valid_until as "validUntil" from people.role_grant where person_id = $1 order by valid_from`),
    },
    {
      name: 'people.role_requests',
      title: { zh: '角色申请', en: 'Role requests' },
      columns: { role: { zh: '角色', en: 'Role' }, reason: { zh: '原因', en: 'Reason' }, requestedAt: { zh: '申请时间', en: 'Asked' }, decision: { zh: '决定', en: 'Decision' }, decidedAt: { zh: '决定时间', en: 'Decided' } },
      query: statement('people.personal_role_requests', `select role, reason, requested_at as "requestedAt", decision, decided_at as "decidedAt" from people.role_request where person_id = $1 order by requested_at`),
    },
    {
      name: 'people.employments',
      title: { zh: '任职', en: 'Employment' },
      columns: { kind: { zh: '性质', en: 'Kind' }, ...FROM_UNTIL },
      query: statement('people.personal_employments', `select kind, valid_from::text as "validFrom", valid_until::text as "validUntil" from people.employment where person_id = $1 order by valid_from`),
    },
    {
      name: 'people.leaves',
      title: { zh: '休假', en: 'Leave' },
      columns: { kind: { zh: '性质', en: 'Kind' }, ...FROM_UNTIL },
      query: statement('people.personal_leaves', `select kind, valid_from::text as "validFrom", valid_until::text as "validUntil" from people.leave where person_id = $1 order by valid_from`),
    },
  ],
  pseudonymise: [statement('people.clear_role_reasons', "update people.role_request set reason = '' where person_id = $1 and reason <> ''")],
};

export const peopleRetention: RetentionRule[] = [
  {
    name: 'people.organisation',
    title: { zh: '员工、部门、岗位、上级与角色', en: 'People, departments, positions, managers, roles' },
    period: { zh: '不自动删除', en: 'Not deleted automatically' },
    why: { zh: '说明当时由谁、以什么身份完成培训，是培训证据的一部分。', en: 'They say who completed training, and as what: part of the evidence.' },
  },
];
