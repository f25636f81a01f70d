import { statement } from './database.ts';

/** Says that these bytes are in use now; waits for a sweep that is removing them. */
export const KEEP = statement(
  'files.keep',
  `insert into platform.file_content (sha256, size, type, kept_at) values ($1, $2, $3, platform.now())
   on conflict (sha256) do update set kept_at = excluded.kept_at`,
);

export const ADD = statement('files.add', 'insert into platform.file (id, sha256, name, person_id, created_at) values ($1, $2, $3, $4, platform.now())');

export const REMOVE = statement(
  'files.remove',
  `delete from platform.file f using platform.file_content c where f.id = $1 and c.sha256 = f.sha256 returning f.person_id as "personId", c.size`,
);

/** One conditional statement, so that parallel uploads never pass the quota. No row = no space. */
export const TAKE_SPACE = statement(
  'files.take_space',
  `insert into platform.file_usage as u (person_id, bytes) select $1, $2::bigint where $2::bigint <= $3::bigint
   on conflict (person_id) do update set bytes = u.bytes + excluded.bytes where u.bytes + excluded.bytes <= $3::bigint
   returning bytes`,
);

export const GIVE_SPACE_BACK = statement('files.give_space_back', 'update platform.file_usage set bytes = greatest(0, bytes - $2::bigint) where person_id = $1');

export const FIND = statement(
  'files.find',
  `select f.name, c.sha256, c.size, c.type from platform.file f join platform.file_content c using (sha256) where f.id = $1 and f.person_id is not distinct from $2::uuid`,
);

/** The foreign key refuses to forget bytes that a file came to name in the meantime. */
export const FORGET_ONE = statement(
  'files.forget_one',
  `delete from platform.file_content where sha256 = (
     select c.sha256 from platform.file_content c
      where c.kept_at < platform.now() - interval '1 day' and not exists (select from platform.file f where f.sha256 = c.sha256)
      limit 1 for update skip locked)
   returning sha256`,
);

export const KNOWN = statement('files.known', 'select 1 as known from platform.file_content where sha256 = $1');

/** Claims bytes without a row, unless somebody keeps them at this moment. */
export const CLAIM = statement('files.claim', `insert into platform.file_content (sha256, size, type, kept_at) values ($1, 0, '', platform.now()) on conflict do nothing returning sha256`);

export const FORGET = statement('files.forget', 'delete from platform.file_content where sha256 = $1');
