import { type FigureCheck, statement } from '@zhixing/platform/api';

/** Places taken, of classes and of quotas, against the rosters. */
export const placesTaken: FigureCheck = {
  title: 'places taken at training classes',
  disagreements: statement(
    'plans.places_disagree',
    `select 'class' as what, k.id from plans.training_class k where k.taken <> (select count(*) from plans.class_member m where m.class_id = k.id and m.state = 'booked')
     union all select 'quota', q.class_id from plans.class_quota q where q.taken <> (select count(*) from plans.class_member m where m.class_id = q.class_id and m.state = 'booked' and m.quota_department_id = q.department_id)`,
  ),
};
