import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EvidencePackQuery } from '@zhixing/insights/contract';
import { type Actor, ActVocabulary, type ExportSource, type FinishedExport, type Progress, writeWorkbook, writeZip } from '@zhixing/platform/api';
import { PdfPrinter } from '@zhixing/recognition/api';
import { dayOf } from './as-of.rules.ts';
import { EvidenceFacts } from './evidence-facts.service.ts';
import { EvidencePolicy } from './evidence.policy.ts';
import { evidenceSummary } from './evidence-summary.ts';
import { DEFINITIONS, say } from './evidence-texts.ts';
import { evidenceWorkbook } from './evidence-workbook.ts';

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * The export `evidence-pack`: a zip of tables, a paper to sign, `manifest.json` and `SHA256SUMS` (for `sha256sum -c`). Its bytes follow from the evidence and the language alone, so nothing in it says who made it or when:
 * that stands in the audit trail, with the SHA-256 of the zip.
 */
@Injectable()
export class EvidencePackExport implements ExportSource<EvidencePackQuery> {
  constructor(
    private readonly policy: EvidencePolicy,
    private readonly facts: EvidenceFacts,
    private readonly printer: PdfPrinter,
    private readonly acting: ActVocabulary,
  ) {}

  async gather(actor: Actor, parameters: EvidencePackQuery, progress: Progress): Promise<FinishedExport> {
    const { language } = actor;
    const of = await this.policy.evidenceOf(actor, parameters);
    const evidence = await this.facts.gather(of, progress);
    const xlsx = await writeWorkbook(evidenceWorkbook(of, evidence, this.acting, language));
    const pdf = await this.printer.draw(evidenceSummary(of, evidence, sha256(xlsx), language));
    const tables = [{ name: 'evidence.xlsx', bytes: xlsx }, { name: 'summary.pdf', bytes: pdf }];
    const manifest = {
      format: 'zhixing-evidence-1',
      language,
      asOf: of.moment,
      assignment: { id: of.assignmentId, title: evidence.rule.title },
      cycle: of.cycle,
      scope: of.scope,
      rule: { since: evidence.rule.since.toISOString(), target: evidence.rule.target_title, cycles: evidence.rule.cycles, ...evidence.rule.facts },
      counts: { obligations: evidence.preview.obligations, states: evidence.preview.states, decisions: evidence.decisions.length, changes: evidence.changes.length, acts: evidence.acts.length },
      // of the facts alone: the same in every language, and after an update that changes how they are laid out
      factsSha256: sha256(JSON.stringify(evidence, sorted)),
      definitions: DEFINITIONS.map((one) => say(one, language)),
      files: tables.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) })),
    };
    const files = [...tables, { name: 'manifest.json', bytes: Buffer.from(`${JSON.stringify(manifest, sorted, 2)}\n`) }];
    const sums = files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('');
    return {
      name: `${say({ zh: '证据包', en: 'Evidence' }, language)} ${evidence.rule.title.replace(/[/\\]/g, '_')} ${dayOf(of.moment)}.zip`,
      bytes: await writeZip([...files, { name: 'SHA256SUMS', bytes: Buffer.from(sums) }]),
      rows: evidence.owed.length,
      facts: { assignmentId: of.assignmentId, asOf: new Date(of.moment).toISOString(), cycle: of.cycle, language, scoped: String(of.scope !== null) },
    };
  }
}

/** Objects with their keys in order, so that the text does not depend on how they came about. */
const sorted = (_: string, value: unknown): unknown =>
  (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value);
