import { DemoRandom, romaniseName, type DemoSeed } from '@zhixing/platform/api';
import { BANK, type DemoUnit, GIVEN, NAMED, SURNAMES } from './demo-bank.ts';
import { HOLIDAYS_2026 } from './demo-holidays.ts';
import { DepartmentPlace, Employment, Holiday, Leave } from './organisation.entities.ts';
import { Department, DepartmentMembership, JobLevel, ManagerRelation, Person, Position } from './people.entities.ts';
import { RoleGrant } from './roles.entities.ts';

/** Roles of the named people of the demo bank. */
const ROLES: [staffNumber: string, role: string][] = [
  ['SF0004', 'ld_admin'], ['SF0005', 'trainer'], ['SF0006', 'judge'], ['SF0007', 'judge'], ['SF0008', 'judge'],
  ['SF0009', 'system_admin'], ['SF0010', 'security_admin'], ['SF0072', 'security_admin'], ['SF0011', 'audit_admin'], ['SF0114', 'ld_admin'],
];

const FOUNDED = '2024-01-02';

/** The bank's grades, lowest first. */
const LEVELS = ['专员级', '主管级', '经理级', '高级经理级', '总经理级'];

/** The place of a position in LEVELS: heads of departments, leads of teams, everybody else in the lower three. */
const levelOf = (unit: DemoUnit, position: string, random: DemoRandom): number => (position !== unit.lead ? random.int(0, 2) : unit.units ? 4 : 3);

/** Three who are away today: none of those known by name. */
const awayNow = (persons: Person[], random: DemoRandom, now: Date): Leave[] => {
  const unnamed = persons.filter((person) => !NAMED.some((one) => one.staffNumber === person.staffNumber));
  return ['parental', 'sick', 'study'].map((kind, i) => ({
    id: random.id(now), personId: unnamed[20 + i * 25]!.id, kind, validFrom: dayBefore(now, 12 + i * 9), validUntil: kind === 'sick' ? dayBefore(now, -6) : null,
  }) as Leave);
};

/** The organisation of the demo bank: about 120 people in a three-level tree, each reporting to the lead of their unit. */
export const seedPeople: DemoSeed = async (tx, { now }) => {
  const random = new DemoRandom(2026);
  const facts = new DemoRandom(2027); // its own chance, so that names and dates do not depend on what else is told of a person
  const names = unusedNames(random);
  const departments: Department[] = [];
  const positions = new Map<string, Position>();
  const persons: Person[] = [];
  const memberships: DepartmentMembership[] = [];
  const employments: Employment[] = [];
  const relations: ManagerRelation[] = [];
  const levels = LEVELS.map((name, place) => ({ id: facts.id(now), code: `L${place + 1}`, name, rank: place + 1 }) as JobLevel);
  let number = NAMED.length;

  const positionOf = (name: string): Position => {
    let position = positions.get(name);
    if (!position) positions.set(name, (position = { id: random.id(now), code: `P${String(positions.size + 1).padStart(3, '0')}`, name }));
    return position;
  };

  const hire = (unit: DemoUnit, department: Department, position: string, manager: Person | null): Person => {
    const named = NAMED.find((one) => one.unit === unit.code && one.position === position && !persons.some((person) => person.staffNumber === one.staffNumber));
    const displayName = named?.name ?? names.next().value!;
    const staffNumber = named?.staffNumber ?? `SF${String(++number).padStart(4, '0')}`;
    const person: Person = { id: random.id(now), staffNumber, displayName, ...romaniseName(displayName), active: true, language: 'zh-CN', theme: 'system', ...inHr(staffNumber) };
    persons.push(person);
    const since = dayBefore(now, random.int(200, 640));
    employments.push({ id: facts.id(now), personId: person.id, validFrom: since, validUntil: null, kind: 'hired' } as Employment);
    memberships.push({ id: random.id(now), personId: person.id, departmentId: department.id, positionId: positionOf(position).id, jobLevelId: levels[levelOf(unit, position, facts)]!.id, validFrom: since, validUntil: null } as DepartmentMembership);
    if (manager) relations.push({ id: random.id(now), personId: person.id, managerId: manager.id, kind: 'line', validFrom: since, validUntil: null } as ManagerRelation);
    return person;
  };

  const open = (unit: DemoUnit, parent: Department | null, above: Person | null): void => {
    const id = random.id(now);
    const department = { id, parentId: parent?.id ?? null, code: unit.code, name: unit.name, path: [id, ...(parent?.path ?? [])] } as Department;
    departments.push(department);
    const lead = unit.lead ? hire(unit, department, unit.lead, above) : above;
    for (const [position, people] of unit.staff ?? []) for (let i = 0; i < people; i++) hire(unit, department, position, lead);
    for (const child of unit.units ?? []) open(child, department, lead);
  };
  open(BANK, null, null);

  const idOf = new Map(persons.map((person) => [person.staffNumber, person.id]));
  const grants = ROLES.map(([staffNumber, role]) => ({ id: random.id(now), personId: idOf.get(staffNumber)!, role, validFrom: new Date(FOUNDED), validUntil: null, grantedBy: null }) as RoleGrant);
  memberships.push(transferred(memberships, departments, persons, positionOf(FORMER.position), facts, now));
  await tx.manager.insert(Department, departments);
  await tx.manager.insert(DepartmentPlace, departments.map((one) => ({ id: facts.id(now), departmentId: one.id, parentId: one.parentId, name: one.name, validFrom: FOUNDED, validUntil: null }) as DepartmentPlace));
  await tx.manager.insert(Position, [...positions.values()]);
  await tx.manager.insert(JobLevel, levels);
  await tx.manager.insert(Person, persons);
  await tx.manager.insert(Employment, employments);
  await tx.manager.insert(DepartmentMembership, memberships);
  await tx.manager.insert(Leave, awayNow(persons, facts, now));
  await tx.manager.insert(ManagerRelation, relations);
  await tx.manager.insert(RoleGrant, grants);
  await tx.manager.insert(Holiday, HOLIDAYS_2026);
};

/** Somebody who moved between departments three weeks ago: the last of the compliance reviewers came from operational risk. */
const FORMER = { department: 'RISK-OP', position: '操作风险岗', now: 'LEGAL-CR', days: 20 };

/** Cuts the place of that person to what it is since then. @returns the place before */
function transferred(memberships: DepartmentMembership[], departments: Department[], persons: Person[], position: Position, random: DemoRandom, now: Date): DepartmentMembership {
  const idOf = (code: string): string => departments.find((one) => one.code === code)!.id;
  const unnamed = (personId: string): boolean => !NAMED.some((one) => one.staffNumber === persons.find((person) => person.id === personId)!.staffNumber);
  const place = memberships.filter((one) => one.departmentId === idOf(FORMER.now) && unnamed(one.personId)).at(-1)!;
  const before = { ...place, id: random.id(now), departmentId: idOf(FORMER.department), positionId: position.id, validUntil: dayBefore(now, FORMER.days) } as DepartmentMembership;
  place.validFrom = dayBefore(now, FORMER.days);
  return before;
}

/** What the HR system knows of a person besides their name. */
const inHr = (staffNumber: string) => ({ hrKey: `HR${staffNumber.slice(2).padStart(8, '0')}`, mail: `${staffNumber.toLowerCase()}@bank.example`, disabled: false, revision: 1, pseudonymisedAt: null, hrKeyDigest: null });

/** Made-up names, none twice and none of the named people's. */
function* unusedNames(random: DemoRandom): Generator<string, never> {
  const used = new Set(NAMED.map((one) => one.name));
  for (;;) {
    const name = random.pick(SURNAMES) + random.pick(GIVEN);
    if (used.has(name)) continue;
    used.add(name);
    yield name;
  }
}

const dayBefore = (now: Date, days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
