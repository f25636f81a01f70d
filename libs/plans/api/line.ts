/** SQL: the persons below a manager today: direct reports of any kind; below them by line relations, so that leading a project opens nobody else's department. */
export const below = (manager: string): string => `(select person_id from people.line where manager_id = ${manager})`;
