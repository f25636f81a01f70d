import { coursePath } from '@zhixing/courses/web';
import { plansPages, type TargetKind } from '@zhixing/plans/contract';

/** What one person owes because of one assignment: theirs to read, and that of who answers for them. */
export const obligationPath = (id: string): string => `/obligations/${id}`;

/** An assignment with its people, exceptions and runs. */
export const assignmentPath = (id: string): string => `${plansPages.administration.path}/${id}`;

export const NEW_ASSIGNMENT_PATH = `${plansPages.administration.path}/new`;

/** The steps of a draft, or of another revision of an active assignment. */
export const editAssignmentPath = (id: string): string => `${assignmentPath(id)}/edit`;

/** Where a manager assigns to people of their line. */
export const ASSIGN_PATH = `${plansPages.team.path}/new`;

/** The same with somebody chosen. */
export const assignPath = (personId: string): string => `${ASSIGN_PATH}?people=${personId}`;
/** A certification as L&D looks after it. */
export const certificationPath = (id: string): string => `${plansPages.certificationAdministration.path}/${id}`;
export const NEW_CERTIFICATION_PATH = `${plansPages.certificationAdministration.path}/new`;
export const editCertificationPath = (id: string): string => `${certificationPath(id)}/edit`;
/** A training class as its participants see it. */
export const myClassPath = (id: string): string => `${plansPages.classes.path}/${id}`;
export const surveyPath = (id: string): string => `${myClassPath(id)}/survey`;
/** Where the QR code of a half-day leads; with the code in it, one is checked in at once. */
export const checkInPath = (halfDayId: string, code?: string): string => `${plansPages.classes.path}/check-in/${halfDayId}${code ? `?code=${code}` : ''}`;
/** A training class as L&D runs it. */
export const classPath = (id: string): string => `${plansPages.classAdministration.path}/${id}`;
export const NEW_CLASS_PATH = `${plansPages.classAdministration.path}/new`;
export const editClassPath = (id: string): string => `${classPath(id)}/edit`;
export const codePath = (id: string, halfDayId: string): string => `${classPath(id)}/check-in/${halfDayId}`;
export const printPath = (id: string): string => `${classPath(id)}/print`;
/** An annual training plan as L&D administers it. */
export const annualPlanPath = (id: string): string => `${plansPages.annualPlans.path}/${id}`;
/** Items of annual plans one is the owner of. */
export const MY_PLAN_ITEMS_PATH = '/annual-plan';
/** A learning path as one follows it. */
export const pathPath = (id: string): string => `${plansPages.paths.path}/${id}`;
/** A learning path as L&D edits and publishes it. */
export const editPathPath = (id: string): string => `${plansPages.pathAdministration.path}/${id}`;
export const NEW_PATH_PATH = `${plansPages.pathAdministration.path}/new`;
/** Where what can be assigned is looked at. */
export const targetPath = ({ kind, id }: { kind: TargetKind; id: string }): string => (kind === 'path' ? pathPath(id) : coursePath(id));
