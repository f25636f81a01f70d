import { statement } from '@zhixing/platform/api';

/** The survey of class $1, with how many are asked and have answered. */
export const SURVEY = statement(
  'plans.survey',
  `select s.id, s.title, s.anonymous, s.questions, s.state, s.opened_at, s.reminded_at, s.closed_at, (select count(*) from plans.class_member m where m.class_id = s.class_id and m.state = 'booked')::int as invited,
          (select count(*) from plans.survey_receipt r where r.survey_id = s.id)::int as answered
     from plans.survey s where s.class_id = $1`,
);
/** The survey of class $1 for person $2 on its roster. */
export const SURVEY_FOR = statement(
  'plans.survey_for',
  `select s.id, s.title, s.anonymous, s.questions, s.state, exists (select from plans.survey_receipt r where r.survey_id = s.id and r.person_id = $2) as answered
     from plans.survey s join plans.class_member m on m.class_id = s.class_id and m.person_id = $2 and m.state = 'booked' where s.class_id = $1 and s.state <> 'draft'`,
);
/** Stores the survey of class $2 (under id $1 the first time) while it is a draft; nothing once it was opened. */
export const SAVE_SURVEY = statement(
  'plans.save_survey',
  `insert into plans.survey as s (id, class_id, title, anonymous, questions, state) values ($1, $2, $3, $4, $5, 'draft')
   on conflict (class_id) do update set title = excluded.title, anonymous = excluded.anonymous, questions = excluded.questions where s.state = 'draft' returning id`,
);
export const OPEN_SURVEY = statement('plans.open_survey', `update plans.survey set state = 'open', opened_at = platform.now() where class_id = $1 and state = 'draft' returning id`);
export const CLOSE_SURVEY = statement('plans.close_survey', `update plans.survey set state = 'closed', closed_at = platform.now() where class_id = $1 and state = 'open' returning id`);
/** Marks the one reminder of the survey of class $1; nothing when it was sent, or the survey is not open. */
export const REMIND_SURVEY = statement('plans.remind_survey', `update plans.survey set reminded_at = platform.now() where class_id = $1 and state = 'open' and reminded_at is null returning id`);
/** Who has not answered the survey of class $1. */
export const UNANSWERED = statement(
  'plans.survey_unanswered',
  `select m.person_id from plans.survey s join plans.class_member m on m.class_id = s.class_id and m.state = 'booked' where s.class_id = $1 and not exists (select from plans.survey_receipt r where r.survey_id = s.id and r.person_id = m.person_id)`,
);
/** That person $2 has answered the open survey $1; nothing when they had, or it is not open. */
export const RECEIPT = statement('plans.survey_receipt', `insert into plans.survey_receipt (survey_id, person_id) select id, $2 from plans.survey where id = $1 and state = 'open' on conflict do nothing returning survey_id`);
/** An answer under id $1 to survey $2: of person $3, null when it is anonymous. */
export const ANSWER = statement('plans.survey_answer', 'insert into plans.survey_answer (id, survey_id, person_id, answers) values ($1, $2, $3, $4)');
/** All answers to survey $1; by id, which is chance. */
export const ANSWERS = statement('plans.survey_answers', 'select a.answers, c.display_name as by from plans.survey_answer a left join people.card c on c.person_id = a.person_id where a.survey_id = $1 order by a.id');
