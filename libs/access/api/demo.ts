import { Person } from '@zhixing/people/api';
import type { DemoSeed } from '@zhixing/platform/api';
import { In } from 'typeorm';
import { Credential } from './access.entities.ts';
import { hashPassword } from './passwords.ts';

/** The published password of every demo login; refused in production together with demo mode. */
export const DEMO_PASSWORD = 'demo-Pass-2026';

/** The demo logins; those with `tryThis` have a card on the login page. */
export const DEMO_LOGINS: { login: string; staffNumber: string; tryThis?: { zh: string; en: string } }[] = [
  { login: 'employee', staffNumber: 'SF0001', tryThis: { zh: '看看哪项必修快到期，接着上次的课时学下去', en: 'See which assignment is due soon and go on where you stopped' } },
  { login: 'employee2', staffNumber: 'SF0002', tryThis: { zh: '从课程目录选一门新课，从头学到完成', en: 'Pick a new course and take it to the end' } },
  { login: 'manager', staffNumber: 'SF0003', tryThis: { zh: '看看团队的必修合规率，提醒逾期的人', en: 'See how compliant the team is and remind whoever is late' } },
  { login: 'ldadmin', staffNumber: 'SF0004', tryThis: { zh: '指派一项年度必修，再看课程统计里哪道题最难', en: 'Assign a yearly course, then see in the statistics which question is hardest' } },
  { login: 'ldadmin2', staffNumber: 'SF0114' },
  { login: 'trainer', staffNumber: 'SF0005', tryThis: { zh: '查看自己所授课程的学习情况', en: 'See how learners fare in the course you own' } },
  { login: 'judge1', staffNumber: 'SF0006' },
  { login: 'judge2', staffNumber: 'SF0007' },
  { login: 'judge3', staffNumber: 'SF0008' },
  { login: 'sysadmin', staffNumber: 'SF0009', tryThis: { zh: '移动一个部门，导入一份人事文件', en: 'Move a department, import an HR file' } },
  { login: 'secadmin', staffNumber: 'SF0010', tryThis: { zh: '为同事申请管理员角色', en: 'Ask for an administrator role for a colleague' } },
  { login: 'secadmin2', staffNumber: 'SF0072', tryThis: { zh: '审批另一位安全管理员的申请', en: 'Decide about the other security administrator’s request' } },
  { login: 'auditor', staffNumber: 'SF0011', tryThis: { zh: '查阅审计记录，校验它没有被改动', en: 'Read the audit trail and check that it is intact' } },
];

/** Credentials of the demo logins. */
export const seedAccess: DemoSeed = async (tx, { now }) => {
  const persons = await tx.manager.findBy(Person, { staffNumber: In(DEMO_LOGINS.map((one) => one.staffNumber)) });
  const idOf = new Map(persons.map((person) => [person.staffNumber, person.id]));
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await tx.manager.insert(Credential, DEMO_LOGINS.map(({ login, staffNumber }) => ({ personId: idOf.get(staffNumber)!, login, passwordHash, changedAt: now })));
};
