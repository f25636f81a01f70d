import { Inject, Injectable } from '@nestjs/common';
import { administrationScope, PeopleService } from '@zhixing/people/api';
import { type Actor, AppError, CONFIG, type Config, Database, decodeCursor, first, page } from '@zhixing/platform/api';
import type { AdministeredCertificate, AdministeredList, AdministeredQuery, CertificateCase, CertificateFilter, CertifiedCourses, Decision } from '@zhixing/recognition/contract';
import type { PersonCard } from '@zhixing/people/contract';
import { z } from 'zod';
import { WITHIN } from './access.queries.ts';
import { ADMINISTERED, ADMINISTERED_TOTAL, CERTIFICATE, CERTIFIED } from './certificates.queries.ts';
import { certificate, type CertificateRow } from './certificates.view.ts';
import { NUMBER_OF, REPLACEMENT, type ReviewRow, REVIEWS } from './decisions.queries.ts';

/** Moment to the microsecond, id. */
const Key = z.tuple([z.string().max(40), z.uuid()]);

type Cards = Map<string, PersonCard>;

/** Reading certificates as those do who decide on them. */
@Injectable()
export class AdministrationService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A page of the certificates of people in the actor's scope, newest first. */
  async list(actor: Actor, { cursor, limit, ...filter }: AdministeredQuery): Promise<AdministeredList> {
    const [at, id] = decodeCursor(Key, cursor) ?? [null, null];
    const values = valuesOf(actor, filter);
    const rows = await this.database.rows<CertificateRow & { under_review: boolean }>(ADMINISTERED, [...values, at, id, limit + 1]);
    const cards = await this.people.cards(rows.map((row) => row.person_id));
    const { total } = (await first<{ total: number }>(this.database, ADMINISTERED_TOTAL, values))!;
    return { ...page(rows, limit, (row) => [row.issued_key, row.id], (row) => this.view(row, row.under_review, cards)), total };
  }

  async courses(): Promise<CertifiedCourses> {
    return { items: await this.database.rows<CertifiedCourses['items'][number]>(CERTIFIED) };
  }

  /** @throws AppError not_found, also outside of the actor's scope */
  async one(actor: Actor, id: string): Promise<CertificateCase> {
    const row = await first<CertificateRow>(this.database, CERTIFICATE, [id]);
    if (!row || !(await first<{ within: boolean }>(this.database, WITHIN, [row.person_id, administrationScope(actor)]))!.within) throw new AppError('not_found');
    const reviews = await this.database.rows<ReviewRow>(REVIEWS, [id]);
    const replaced = row.replaces ? await first<{ id: string; number: string }>(this.database, NUMBER_OF, [row.replaces]) : undefined;
    const cards = await this.people.cards([row.person_id, row.revoked_by, row.reissued_by, ...reviews.flatMap((one) => [one.opened_by, one.decided_by])].filter((one) => one !== null));
    return {
      ...this.view(row, reviews.some((one) => one.outcome === null), cards),
      revocation: row.revoked_at && row.grounds ? { ...decision(row.revoked_at, row.revoked_by, row.revocation_reason, cards), grounds: row.grounds } : null,
      replaces: replaced ? { ...replaced, reason: row.reissue_reason ?? '', by: cards.get(row.reissued_by ?? '') ?? null } : null,
      replacedBy: (await first<{ id: string; number: string }>(this.database, REPLACEMENT, [id])) ?? null,
      reviews: reviews.map((one) => ({
        id: one.id,
        opened: decision(one.opened_at, one.opened_by, one.reason, cards),
        outcome: one.outcome,
        decided: one.decided_at && decision(one.decided_at, one.decided_by, one.decision_reason, cards),
      })),
    };
  }

  private view(row: CertificateRow, underReview: boolean, cards: Cards): AdministeredCertificate {
    return { ...certificate(row, this.config.publicUrl), person: cards.get(row.person_id) ?? null, underReview };
  }
}

const valuesOf = (actor: Actor, { q, course, state, review }: CertificateFilter): unknown[] => [q || null, course ?? null, state, review === 'open', administrationScope(actor)];

const decision = (at: Date, by: string | null, reason: string | null, cards: Cards): Decision => ({ at: at.toISOString(), by: cards.get(by ?? '') ?? null, reason: reason ?? '' });
