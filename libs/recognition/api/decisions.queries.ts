import { statement } from '@zhixing/platform/api';

export interface ReviewRow {
  id: string;
  certificate_id: string;
  opened_at: Date;
  opened_by: string;
  reason: string;
  outcome: 'keep' | 'revoke' | null;
  decided_at: Date | null;
  decided_by: string | null;
  decision_reason: string | null;
}

/** Revokes certificate $1 by person $2 on grounds $3 for reason $4, once. */
export const REVOKE = statement(
  'recognition.revoke',
  `update recognition.certificate set revoked_at = platform.now(), revoked_by = $2, grounds = $3, revocation_reason = $4 where id = $1 and revoked_at is null returning number, title, person_id`,
);

/** A review $1 of certificate $2 by person $3 for reason $4; nothing when one is open, or the certificate is revoked. */
export const OPEN_REVIEW = statement(
  'recognition.open_review',
  `insert into recognition.review (id, certificate_id, opened_at, opened_by, reason)
   select $1, c.id, platform.now(), $3, $4 from recognition.certificate c where c.id = $2 and c.revoked_at is null for share
   on conflict (certificate_id) where outcome is null do nothing returning id`,
);

/** Decides review $1, if it is open: outcome $2 by $3 for reason $4. */
export const DECIDE = statement(
  'recognition.decide',
  `update recognition.review set outcome = $2, decided_at = platform.now(), decided_by = $3, decision_reason = $4 where id = $1 and outcome is null returning certificate_id`,
);

/** A revocation settles the open review of certificate $1 too: by $2 for reason $3. */
export const SETTLE = statement(
  'recognition.settle',
  `update recognition.review set outcome = 'revoke', decided_at = platform.now(), decided_by = $2, decision_reason = $3 where certificate_id = $1 and outcome is null`,
);

export const REVIEW = statement('recognition.review', 'select * from recognition.review where id = $1');

export const REVIEWS = statement('recognition.reviews', 'select * from recognition.review where certificate_id = $1 order by opened_at desc, id desc');

/** The certificate issued in place of $1. */
export const REPLACEMENT = statement('recognition.replacement', 'select id, number from recognition.certificate where replaces = $1');

export const NUMBER_OF = statement('recognition.number_of', 'select id, number from recognition.certificate where id = $1');
