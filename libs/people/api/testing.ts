import { randomInt } from 'node:crypto';
import { romaniseName, type Transaction } from '@zhixing/platform/api';
import { v7 as uuid } from 'uuid';
import { DepartmentPlace, Employment } from './organisation.entities.ts';
import { Department, DepartmentMembership, ManagerRelation, Person, Position } from './people.entities.ts';
import { RoleGrant } from './roles.entities.ts';

/** A department under `parent`, for tests. */
export async function makeDepartment(tx: Transaction, name = '测试部', parent?: Department): Promise<Department> {
  const id = uuid();
  const department = { id, parentId: parent?.id ?? null, code: `T-${id.slice(-12)}`, name, path: [id, ...(parent?.path ?? [])], closedOn: null, mergedInto: null } as Department;
  await tx.manager.insert(Department, department);
  await tx.manager.insert(DepartmentPlace, { id: uuid(), departmentId: id, parentId: department.parentId, name, validFrom: '2020-01-01' });
  return department;
}

/** A person in `department` (one is made when absent), for tests; unique staff number. */
export async function makePerson(tx: Transaction, o: { displayName?: string; staffNumber?: string; mail?: string; hrKey?: string; department?: Department; position?: string; roles?: string[]; scope?: string; manager?: string } = {}): Promise<Person> {
  const displayName = o.displayName ?? '测试员';
  const department = o.department ?? (await makeDepartment(tx));
  const person: Person = {
    id: uuid(), staffNumber: o.staffNumber ?? `T${randomInt(1e12)}`, displayName, ...romaniseName(displayName), active: true, language: 'zh-CN', theme: 'system',
    hrKey: o.hrKey ?? null, mail: o.mail ?? null, disabled: false, revision: 1, pseudonymisedAt: null, hrKeyDigest: null,
  };
  const position: Position = { id: uuid(), code: `T${uuid().slice(-12)}`, name: o.position ?? '客户经理' };
  await tx.manager.insert(Person, person);
  await tx.manager.insert(Employment, { id: uuid(), personId: person.id, kind: 'hired', validFrom: '2020-01-01' });
  await tx.manager.insert(Position, position);
  await tx.manager.insert(DepartmentMembership, { id: uuid(), personId: person.id, departmentId: department.id, positionId: position.id, validFrom: '2020-01-01', validUntil: null });
  for (const role of o.roles ?? []) await tx.manager.insert(RoleGrant, { id: uuid(), personId: person.id, role, validFrom: new Date('2020-01-01'), validUntil: null, grantedBy: null, scopeDepartmentId: role === 'ld_admin' ? (o.scope ?? null) : null });
  if (o.manager) await tx.manager.insert(ManagerRelation, { id: uuid(), personId: person.id, managerId: o.manager, kind: 'line', validFrom: '2020-01-01', validUntil: null });
  return person;
}

export { DAY, PLACES_ON } from './organisation.queries.ts';
export { PeopleDay } from './people-day.ts';
export { CARDS } from './people.queries.ts';
export { csv as hrCsv, type Person as HrFilePerson, xlsx as hrXlsx } from './hr-imports/testing.ts';
