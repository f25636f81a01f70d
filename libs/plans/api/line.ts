/** SQL of a recursive CTE `line (person_id)`: everybody below a manager today. Direct reports of any kind; below them the line, so that leading a project opens nobody else's department. */
export const line = (manager: string): string => `line (person_id) as (
    select person_id from people.reporting where manager_id = ${manager}
    union
    select r.person_id from people.reporting r join line l on r.manager_id = l.person_id and r.kind = 'line')`;
