import { statement } from '@zhixing/platform/api';
import { dayBegins, grantable, rolePerson, scopeName, standing } from './roles.queries.ts';

const COLUMNS = `r.id, r.role, r.until::text, r.reason, r.requested_at, r.expires_at, r.decided_at, r.person_id, r.scope_department_id,
  coalesce(r.decision, case when r.expires_at > platform.now() then 'waiting' else 'expired' end) as state,
  ${scopeName('r.scope_department_id')} as scope, ${rolePerson('r.person_id')} as person, ${rolePerson('r.requested_by')} as requested_by, ${rolePerson('r.decided_by')} as decided_by`;

/** Requests, newest first, after id $1; $2 + 1 rows. */
export const REQUESTS = statement('people.role_requests', `select ${COLUMNS} from people.role_request r where $1::uuid is null or r.id < $1 order by r.id desc limit $2::int + 1`);

export const ROLE_REQUEST = statement('people.role_request', `select ${COLUMNS} from people.role_request r where r.id = $1`);

/** Approves request $1 by $2, neither who asked nor whom it is for, and grants the role as $3. Of two at once one finds nothing left to approve. */
export const APPROVE = statement(
  'people.approve_role',
  `with approved as (
     update people.role_request r set decision = 'approved', decided_by = $2, decided_at = platform.now()
      where r.id = $1 and r.decision is null and r.expires_at > platform.now() and r.requested_by <> $2 and r.person_id <> $2
        and ${grantable('r.person_id', 'r.role', 'r.scope_department_id', 'r.until')}
     returning r.*)
   insert into people.role_grant (id, person_id, role, scope_department_id, valid_from, valid_until, granted_by, approved_by)
   select $3::uuid, person_id, role, scope_department_id, platform.now(), ${dayBegins('until')}, requested_by, $2::uuid from approved
   returning person_id, role, scope_department_id, granted_by as requested_by`,
);

/** Security administrators who may decide: all but the persons $1. */
export const APPROVERS = statement(
  'people.role_approvers',
  `select distinct g.person_id as id from people.role_grant g join people.person p on p.id = g.person_id and p.active
    where g.role = 'security_admin' and g.valid_from <= platform.now() and ${standing('g')} and g.person_id <> all($1)`,
);

/** Declines request $1 by $2; who asked may take it back this way. */
export const DECLINE = statement(
  'people.decline_role',
  `update people.role_request set decision = 'declined', decided_by = $2, decided_at = platform.now()
    where id = $1 and decision is null and expires_at > platform.now() returning person_id, role, requested_by`,
);
