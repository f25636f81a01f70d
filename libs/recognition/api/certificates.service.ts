import { Readable } from 'node:stream';
import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import { type Actor, AppError, CONFIG, type Config, Database, decodeCursor, download, first, page } from '@zhixing/platform/api';
import type { Language } from '@zhixing/platform/contract';
import { type Certificate, type CertificateList, CertificateNumber, type CertificateQuery, type CompletionCertificate, type Verification } from '@zhixing/recognition/contract';
import { z } from 'zod';
import { CERTIFICATE, CERTIFICATE_BY_NUMBER, CERTIFICATES_OF_PERSON, TAKE_LOOKUP } from './certificates.queries.ts';
import { certificate, type CertificateRow, verification } from './certificates.view.ts';
import { CompletionsService } from './completions.service.ts';
import { PdfPrinter } from './pdf/pdf-printer.ts';
import { RecognitionPolicy } from './recognition.policy.ts';

/** Moment to the microsecond, id. */
const Key = z.tuple([z.string().max(40), z.uuid()]);

/** Numbers one address may look up in a minute: a bank's office behind one address checks a folder of them, a guesser of tails gets nowhere. */
const LOOKUPS = 30;

/** Certificates as their holders, those who lead them and visitors see them. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly database: Database,
    private readonly completions: CompletionsService,
    private readonly policy: RecognitionPolicy,
    private readonly printer: PdfPrinter,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A person's own, newest first. */
  list(actor: Actor, query: CertificateQuery): Promise<CertificateList> {
    return this.listOf(actor.personId, query);
  }

  /** Those of somebody the actor may see. @throws AppError not_found */
  async ofPerson(actor: Actor, personId: string, query: CertificateQuery): Promise<CertificateList> {
    await this.policy.see(actor, personId);
    return this.listOf(personId, query);
  }

  /** Whether one's own completion earns a certificate, and which. @throws AppError not_found */
  async ofCompletion(actor: Actor, completionId: string): Promise<CompletionCertificate> {
    const { granted, row } = await this.completions.of(actor, completionId);
    return { granted, certificate: row ? this.view(row) : null };
  }

  /** @throws AppError not_found, recognition.nothing_granted */
  async request(actor: Actor, completionId: string): Promise<Certificate> {
    return this.view(await this.database.transaction((tx) => this.completions.request(tx, actor, completionId)));
  }

  /** @throws AppError not_found */
  async one(actor: Actor, id: string): Promise<Certificate> {
    return this.view(await this.visible(actor, id));
  }

  /** The paper. @throws AppError not_found, recognition.already_revoked */
  async pdf(actor: Actor, id: string, language: Language): Promise<StreamableFile> {
    const row = await this.visible(actor, id);
    if (row.state === 'revoked') throw new AppError('recognition.already_revoked');
    const { number, holder, issuer, title, kind, score, earnedOn, validUntil, verifyAt } = this.view(row);
    const bytes = await this.printer.print({ language, number, holder, issuer, title, kind, score, earnedOn, validUntil, verifyAt, issuedAt: row.issued_at.getTime() });
    return download(Readable.from([bytes]), { name: `${number}.pdf`, type: 'application/pdf', size: bytes.length });
  }

  /** What a visitor may know of a number. @throws AppError too_many_requests, recognition.unknown_number */
  async verify(address: string, number: string): Promise<Verification> {
    const taken = await this.database.transaction((tx) => first(tx, TAKE_LOOKUP, [address, LOOKUPS]));
    if (!taken) throw new AppError('too_many_requests', { seconds: 60 });
    const asked = CertificateNumber.safeParse(number);
    const row = asked.success ? await first<CertificateRow>(this.database, CERTIFICATE_BY_NUMBER, [asked.data]) : undefined;
    if (!row) throw new AppError('recognition.unknown_number', { number });
    return verification(row);
  }

  private view(row: CertificateRow): Certificate {
    return certificate(row, this.config.publicUrl);
  }

  private async listOf(personId: string, { course, cursor, limit }: CertificateQuery): Promise<CertificateList> {
    const [at, id] = decodeCursor(Key, cursor) ?? [null, null];
    const rows = await this.database.rows<CertificateRow>(CERTIFICATES_OF_PERSON, [personId, course ?? null, at, id, limit + 1]);
    return page(rows, limit, (row) => [row.issued_key, row.id], (row) => this.view(row));
  }

  private async visible(actor: Actor, id: string): Promise<CertificateRow> {
    const row = await first<CertificateRow>(this.database, CERTIFICATE, [id]);
    if (!row) throw new AppError('not_found');
    await this.policy.see(actor, row.person_id);
    return row;
  }
}
