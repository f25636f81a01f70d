import { plansPages } from '@zhixing/plans/contract';

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
