import { statement } from '@zhixing/platform/api';

/** $1 person ids -> their cards today. */
export const CARDS = statement('people.cards', 'select * from people.card where person_id = any($1)');

/** Whom person $1 reports to today: their cards, the line first. */
export const MANAGERS = statement(
  'people.managers',
  `select c.*, r.kind from people.reporting r join people.card c on c.person_id = r.manager_id where r.person_id = $1 order by array_position(array['line', 'acting', 'project'], r.kind), c.person_id`,
);

/** $1 department ids -> names. */
export const DEPARTMENT_NAMES = statement('people.department_names', 'select id, name from people.department where id = any($1) order by name collate "zh-x-icu"');

/** $1 person, $2 language or null, $3 theme or null. */
export const SAVE_PREFERENCES = statement(
  'people.save_preferences',
  'update people.person set language = coalesce($2, language), theme = coalesce($3, theme) where id = $1 returning language, theme',
);
