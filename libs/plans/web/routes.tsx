import AccountBookOutlined from '@ant-design/icons/AccountBookOutlined';
import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import AuditOutlined from '@ant-design/icons/AuditOutlined';
import BulbOutlined from '@ant-design/icons/BulbOutlined';
import CarryOutOutlined from '@ant-design/icons/CarryOutOutlined';
import ExceptionOutlined from '@ant-design/icons/ExceptionOutlined';
import ImportOutlined from '@ant-design/icons/ImportOutlined';
import NodeIndexOutlined from '@ant-design/icons/NodeIndexOutlined';
import ScheduleOutlined from '@ant-design/icons/ScheduleOutlined';
import ReconciliationOutlined from '@ant-design/icons/ReconciliationOutlined';
import SafetyCertificateOutlined from '@ant-design/icons/SafetyCertificateOutlined';
import IdcardOutlined from '@ant-design/icons/IdcardOutlined';
import SendOutlined from '@ant-design/icons/SendOutlined';
import SolutionOutlined from '@ant-design/icons/SolutionOutlined';
import { courseHeader } from '@zhixing/courses/web';
import { plansPages } from '@zhixing/plans/contract';
import { fill, loadTexts, page, type RouteHandle, type WebRoom } from '@zhixing/platform/web';
import { lazy } from 'react';

const own = { permission: 'obligation:own' } satisfies RouteHandle;
const oversee = { permission: 'obligation:oversee' } satisfies RouteHandle;
const write = { permission: 'assignment:write' } satisfies RouteHandle;
const administer = { permission: 'assignment:administer' } satisfies RouteHandle;
const results = { permission: 'result:import', personal: true } satisfies RouteHandle;
const certified = { permission: 'certification:own' } satisfies RouteHandle;
const certifications = { permission: 'certification:administer', personal: true } satisfies RouteHandle;
const participate = { permission: 'class:own' } satisfies RouteHandle;
const classes = { permission: 'class:administer' } satisfies RouteHandle;
const yearly = { permission: 'plan:administer' } satisfies RouteHandle;
const propose = { permission: 'plan:propose' } satisfies RouteHandle;
const planOwn = { permission: 'plan:own' } satisfies RouteHandle;
const roster = { permission: 'class:administer', personal: true } satisfies RouteHandle;

const follow = { permission: 'path:own' } satisfies RouteHandle;
const paths = { permission: 'path:administer' } satisfies RouteHandle;

/** On home, of the room above: the path one is on. */
export const HomePath = lazy(async () => {
  const [{ HomePath }] = await Promise.all([import('./learning-paths/home-path.tsx'), loadTexts('plans')]);
  return { default: HomePath };
});

const DueChip = lazy(async () => {
  const [{ DueChip }] = await Promise.all([import('./components/due-chip.tsx'), loadTexts('plans')]);
  return { default: DueChip };
});

/** What people must learn by when: theirs, their team's, and the assignments that ask for it. */
export const plans: WebRoom = {
  name: 'plans',
  texts: { 'zh-CN': () => import('./locales/zh-CN.json'), en: () => import('./locales/en.json') },
  navigation: [
    { ...plansPages.mine, key: 'assignments', group: 'learning', order: 30, icon: CarryOutOutlined },
    { ...plansPages.team, key: 'team-assignments', group: 'team', order: 20, icon: ScheduleOutlined },
    { ...plansPages.approvals, key: 'approvals', group: 'team', order: 30, icon: AuditOutlined },
    { ...plansPages.administration, key: 'assignment-administration', group: 'administration', order: 30, icon: SendOutlined },
    { ...plansPages.exceptions, key: 'exceptions', group: 'administration', order: 40, icon: ExceptionOutlined },
    { ...plansPages.results, key: 'results', group: 'administration', order: 80, icon: ImportOutlined },
    { ...plansPages.certifications, key: 'certifications', group: 'learning', order: 45, icon: IdcardOutlined },
    { ...plansPages.certificationAdministration, key: 'certification-administration', group: 'administration', order: 55, icon: SafetyCertificateOutlined },
    { ...plansPages.classes, key: 'classes', group: 'learning', order: 40, icon: SolutionOutlined },
    { ...plansPages.classAdministration, key: 'class-administration', group: 'administration', order: 50, icon: ReconciliationOutlined },
    { ...plansPages.needs, key: 'training-needs', group: 'team', order: 40, icon: BulbOutlined },
    { ...plansPages.annualPlans, key: 'annual-plans', group: 'administration', order: 60, icon: AccountBookOutlined },
    { ...plansPages.paths, key: 'paths', group: 'learning', order: 25, icon: NodeIndexOutlined },
    { ...plansPages.pathAdministration, key: 'path-administration', group: 'administration', order: 25, icon: ApartmentOutlined },
  ],
  routes: [
    { path: 'assignments', lazy: page('plans', () => import('./pages/mine.tsx')), handle: own },
    { path: 'assignments/:id', lazy: page('plans', () => import('./pages/mine-of.tsx')), handle: own },
    { path: 'obligations/:id', lazy: page('plans', () => import('./pages/obligation.tsx')), handle: own },
    { path: 'team/assignments', lazy: page(['plans', 'people'], () => import('./pages/team.tsx')), handle: oversee },
    { path: 'team/assignments/new', lazy: page(['plans', 'people'], () => import('./pages/assign.tsx')), handle: write },
    { path: 'team/approvals', lazy: page('plans', () => import('./pages/approvals.tsx')), handle: oversee },
    { path: 'administration/assignments', lazy: page('plans', () => import('./pages/assignments.tsx')), handle: write },
    { path: 'administration/assignments/new', lazy: page(['plans', 'people'], () => import('./pages/wizard.tsx')), handle: administer },
    { path: 'administration/assignments/:id/edit', lazy: page(['plans', 'people'], () => import('./pages/wizard.tsx')), handle: administer },
    { path: 'administration/assignments/:id', lazy: page('plans', () => import('./pages/assignment.tsx')), handle: write },
    { path: 'administration/exceptions', lazy: page('plans', () => import('./pages/exceptions.tsx')), handle: administer },
    { path: 'administration/results', lazy: page('plans', () => import('./pages/results.tsx')), handle: results },
    { path: 'administration/results/:id', lazy: page('plans', () => import('./pages/results-import.tsx')), handle: results },
    { path: 'certifications', lazy: page('plans', () => import('./pages/my-certifications.tsx')), handle: certified },
    { path: 'administration/certifications', lazy: page(['plans', 'people'], () => import('./pages/certifications.tsx')), handle: certifications },
    { path: 'administration/certifications/new', lazy: page(['plans', 'people'], () => import('./pages/certification-edit.tsx')), handle: certifications },
    { path: 'administration/certifications/:id', lazy: page(['plans', 'people'], () => import('./pages/certification.tsx')), handle: certifications },
    { path: 'administration/certifications/:id/edit', lazy: page(['plans', 'people'], () => import('./pages/certification-edit.tsx')), handle: certifications },
    { path: 'classes', lazy: page('plans', () => import('./pages/my-classes.tsx')), handle: participate },
    { path: 'classes/check-in/:halfDayId', lazy: page('plans', () => import('./pages/check-in.tsx')), handle: participate },
    { path: 'classes/:id', lazy: page('plans', () => import('./pages/my-class.tsx')), handle: participate },
    { path: 'classes/:id/survey', lazy: page('plans', () => import('./pages/survey.tsx')), handle: participate },
    { path: 'administration/classes', lazy: page('plans', () => import('./pages/classes.tsx')), handle: classes },
    { path: 'administration/classes/new', lazy: page(['plans', 'people', 'courses'], () => import('./pages/class-edit.tsx')), handle: classes },
    { path: 'administration/classes/:id', lazy: page(['plans', 'people'], () => import('./pages/class.tsx')), handle: roster },
    { path: 'administration/classes/:id/edit', lazy: page(['plans', 'people', 'courses'], () => import('./pages/class-edit.tsx')), handle: classes },
    { path: 'administration/classes/:id/check-in/:halfDayId', lazy: page('plans', () => import('./pages/class-code.tsx')), handle: classes },
    { path: 'administration/classes/:id/print', lazy: page('plans', () => import('./pages/class-print.tsx')), handle: roster },
    { path: 'annual-plan', lazy: page('plans', () => import('./pages/plan-items.tsx')), handle: planOwn },
    { path: 'team/needs', lazy: page(['plans', 'courses'], () => import('./pages/needs.tsx')), handle: propose },
    { path: 'administration/annual-plans', lazy: page(['plans', 'people'], () => import('./pages/annual-plans.tsx')), handle: yearly },
    { path: 'administration/annual-plans/:id', lazy: page(['plans', 'people', 'courses'], () => import('./pages/annual-plan.tsx')), handle: yearly },
    { path: 'paths', lazy: page('plans', () => import('./pages/paths.tsx')), handle: follow },
    { path: 'paths/:id', lazy: page('plans', () => import('./pages/path.tsx')), handle: follow },
    { path: 'administration/paths', lazy: page('plans', () => import('./pages/path-administration.tsx')), handle: paths },
    { path: 'administration/paths/new', lazy: page(['plans', 'people'], () => import('./pages/path-edit.tsx')), handle: paths },
    { path: 'administration/paths/:id', lazy: page(['plans', 'people'], () => import('./pages/path-edit.tsx')), handle: paths },
  ],
  fills: [fill(courseHeader, DueChip)],
};
