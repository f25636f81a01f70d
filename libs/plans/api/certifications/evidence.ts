import { statement, type Transaction } from '@zhixing/platform/api';
import { offerEvidence } from '@zhixing/skills/api';

const EVIDENCE = statement(
  'plans.certification_evidence',
  `select c.id, c.person_id, c.valid_from::text, c.valid_until::text, k.title, k.kind, s.skill_id, s.level
     from plans.certification_cycle c join plans.certification k on k.id = c.certification_id join plans.certification_skill s on s.certification_id = k.id
    where c.id = any($1) order by c.id, s.place`,
);

interface Proof { id: string; person_id: string; valid_from: string; valid_until: string | null; title: string; kind: 'own' | 'external'; skill_id: string; level: number }

/** What kind of evidence a certificate is; its cycle is the source. */
export const evidenceKind = (kind: Proof['kind']) => (kind === 'own' ? 'certification' : 'external_certificate') as 'certification' | 'external_certificate';

/** Cycles that began are evidence of the skills their certification is mapped to at that moment, as long as they hold. The same again changes nothing. */
export async function offerCertified(tx: Transaction, cycleIds: readonly string[]): Promise<void> {
  await offerEvidence(tx, (await tx.rows<Proof>(EVIDENCE, [cycleIds])).map((one) => ({
    personId: one.person_id, skillId: one.skill_id, level: one.level, source: { kind: evidenceKind(one.kind), id: one.id }, artefact: { title: one.title, link: '/certifications' },
    on: one.valid_from, ...(one.valid_until !== null && { until: one.valid_until }),
  })));
}
