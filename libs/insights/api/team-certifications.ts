import type { TeamCertification } from '@zhixing/insights/contract';
import { type CardRow, personCard } from '@zhixing/people/api';
import { renewalObligation } from '@zhixing/plans/api';
import { EXPIRING_DAYS } from '@zhixing/plans/contract';
import { statement } from '@zhixing/platform/api';
import { MOMENT } from './moment.queries.ts';
import { LINE, PERSONS, remindAgainOn, TEAM, TODAY } from './scope.queries.ts';

/**
 * What the people of scope $2 of manager $1 hold that ends within 60 days, after the key $3..$5 (last day, pinyin, cycle), at most $6, the nearest day first; with when its person was last reminded, of the obligation to renew it
 * or of the certification itself. Only of the rows of the page is that looked up.
 */
export const CERTIFICATIONS_PAGE = statement(
  'insights.team_certifications',
  `with ${MOMENT}, ${LINE}, ${TEAM},
   ending as materialized (
     select n.cycle_id, n.person_id, n.certification_id, n.state, n.valid_until, n.window_opens_on, t.pinyin
       from plans.certification_now n
       join team t on t.person_id = n.person_id
      where n.person_id = any(${PERSONS}) and n.valid_until between ${TODAY} and ${TODAY} + ${EXPIRING_DAYS}
        and ($3::date is null or (n.valid_until, t.pinyin, n.cycle_id) > ($3::date, $4::text, $5::uuid))
      order by n.valid_until, t.pinyin, n.cycle_id
      limit $6),
   told as (
     select e.*, k.title, case when o.obligation_id is null then a.reminded_at else o.reminded_at end as reminded_at
       from ending e
       join plans.certification k on k.id = e.certification_id
       left join lateral (${renewalObligation('e', 'k')}) o on true
       left join plans.renewal_asked a on a.cycle_id = e.cycle_id)
   select c.*, t.cycle_id, t.certification_id, t.title, t.state, t.valid_until::text, t.window_opens_on::text, t.valid_until - ${TODAY} as days, t.pinyin, t.reminded_at, ${remindAgainOn('t')} as remind_again_on
     from told t
     join people.card c on c.person_id = t.person_id
    order by t.valid_until, t.pinyin, t.cycle_id`,
);

/** A row of the list, with the key it is sorted by. */
export interface EndingRow extends CardRow {
  cycle_id: string;
  certification_id: string;
  title: string;
  state: TeamCertification['state'];
  valid_until: string;
  window_opens_on: string;
  days: number;
  pinyin: string;
  reminded_at: Date | null;
  remind_again_on: string | null;
}

export const teamCertification = (row: EndingRow): TeamCertification => ({
  cycleId: row.cycle_id, person: personCard(row), certification: { id: row.certification_id, title: row.title }, state: row.state, validUntil: row.valid_until, renewableSince: row.window_opens_on, days: row.days,
  remindedAt: row.reminded_at?.toISOString() ?? null, remindAgainOn: row.remind_again_on,
});
