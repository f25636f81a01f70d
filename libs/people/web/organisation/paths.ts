import { peoplePages } from '@zhixing/people/contract';
import { withQuery } from '@zhixing/platform/web';

export const personPath = (id: string): string => `${peoplePages.people.path}/${id}`;

/** Everybody in a department and below it. */
export const peopleOfPath = (departmentId: string): string => withQuery(peoplePages.people.path, { departmentId });

export const departmentPath = (id: string): string => withQuery(peoplePages.departments.path, { id });
