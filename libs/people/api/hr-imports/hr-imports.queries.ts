import { statement } from '@zhixing/platform/api';
import { standing } from '../roles.queries.ts';

/** A file $2 … of person $8; nothing when it is a feed that was taken before. */
export const CREATE = statement(
  'people.hr_create',
  `insert into people.bulk_change (id, name, sha256, size, file_id, source, complete, created_by, state, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'uploaded', platform.now()) on conflict (sha256) where source = 'feed' do nothing returning id`,
);

/** Who may confirm an import: active system administrators of today. */
export const ADMINISTRATORS = statement(
  'people.hr_administrators',
  `select distinct g.person_id as "personId" from people.role_grant g join people.person p on p.id = g.person_id and p.active
    where g.role = 'system_admin' and g.valid_from <= platform.now() and ${standing('g')}`,
);
