import { worksWithin } from '@zhixing/people/api';
import { statement } from '@zhixing/platform/api';

/** Whether person $1 leads person $2 today: directly by any relation, or from above along line relations. */
export const LEADS = statement(
  'recognition.leads',
  `with recursive above (person_id) as (
     select manager_id from people.reporting where person_id = $2 and kind = 'line'
     union
     select r.manager_id from above a join people.reporting r on r.person_id = a.person_id and r.kind = 'line')
   select (exists (select from people.reporting where manager_id = $1 and person_id = $2) or exists (select from above where person_id = $1)) as leads`,
);

/** Whether person $1 works within scope $2. */
export const WITHIN = statement('recognition.within', `select ${worksWithin('$1', '$2')} as within`);
