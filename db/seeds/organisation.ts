import { DemoRandom, romaniseName } from '@zhixing/platform/api';
import { chineseNumber, CITIES, GIVEN, SURNAMES, UNITS } from './names.ts';

/** How many people a branch and a unit hold on average. */
const BRANCH = 1_000;
const UNIT = 100;
const SMALLEST_TEAM = 8;
const LARGEST_TEAM = 25;

/** A department; numbers stand for ids until SQL makes those. `parent` 0 = none. */
export interface SeedDepartment {
  no: number;
  parent: number;
  code: string;
  name: string;
}

/** A person in the place they have today. `manager` 0 = nobody above. */
export interface SeedPerson {
  no: number;
  name: string;
  pinyin: string;
  initials: string;
  department: number;
  position: string;
  manager: number;
  leads: boolean;
}

/** The tree of a bank of so many people: head office, branches, units, teams; one person leads each, and reports to the lead above. */
export function organisation(employees: number): { departments: SeedDepartment[]; people: SeedPerson[] } {
  const random = new DemoRandom(50_000);
  const departments: SeedDepartment[] = [];
  const people: SeedPerson[] = [];

  const hire = (department: number, position: string, manager: number, leads: boolean): number => {
    const name = random.pick(SURNAMES) + random.pick(GIVEN) + (random.chance(0.8) ? random.pick(GIVEN) : '');
    people.push({ no: people.length + 1, name, ...romaniseName(name), department, position, manager, leads });
    return people.length;
  };
  const open = (parent: number, code: string, name: string): number => {
    departments.push({ no: departments.length + 1, parent, code, name });
    return departments.length;
  };

  const root = open(0, 'SY', '知行模拟银行');
  const president = hire(root, '行长', 0, true);
  let left = employees - 1;
  const branches = Math.max(1, Math.round(employees / BRANCH));
  for (let b = 0; b < branches && left > 0; b++) {
    let inBranch = Math.min(left, Math.ceil(left / (branches - b)));
    left -= inBranch;
    const round = Math.floor(b / CITIES.length);
    const city = CITIES[b % CITIES.length]! + (round ? `第${chineseNumber(round + 1)}` : '');
    const branch = open(root, `SY-${b + 1}`, `${city}分行`);
    const head = hire(branch, '分行行长', president, true);
    inBranch--;
    const units = Math.max(1, Math.round(inBranch / UNIT));
    for (let u = 0; u < units && inBranch > 0; u++) {
      let inUnit = Math.min(inBranch, Math.ceil(inBranch / (units - u)));
      inBranch -= inUnit;
      const { name, staff } = UNITS[u % UNITS.length]!;
      const unit = open(branch, `SY-${b + 1}-${u + 1}`, name);
      const general = hire(unit, '部门总经理', head, true);
      inUnit--;
      for (let t = 1; inUnit > 0; t++) {
        const size = inUnit <= LARGEST_TEAM ? inUnit : random.int(SMALLEST_TEAM, Math.min(LARGEST_TEAM, inUnit - SMALLEST_TEAM));
        inUnit -= size;
        const team = open(unit, `SY-${b + 1}-${u + 1}-${t}`, `${name}${chineseNumber(t)}组`);
        const lead = hire(team, '团队负责人', general, true);
        for (let i = 1; i < size; i++) hire(team, random.pick(staff), lead, false);
      }
    }
  }
  return { departments, people };
}
