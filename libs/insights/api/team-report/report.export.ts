import { Injectable } from '@nestjs/common';
import type { TeamReport as Parameters } from '@zhixing/insights/contract';
import { PeopleService } from '@zhixing/people/api';
import { type Actor, Clock, Database, type ExportSource, type FinishedExport, takenOut } from '@zhixing/platform/api';
import { PdfPrinter } from '@zhixing/recognition/api';
import { dayOf } from '../days.rules.ts';
import { say } from '../evidence-packs/evidence-texts.ts';
import { TeamService } from '../team.service.ts';
import { OVERDUE_PEOPLE, type OverduePerson } from './report.queries.ts';
import { reportPaper } from './report-paper.ts';
import { SCOPES, WORDS } from './report-texts.ts';

/** Overdue people on the paper: as many as one page holds. */
const SHOWN = 20;

/** The export `team-report`: the figures of the team page on one page of PDF, with their definitions and change, and who is overdue. */
@Injectable()
export class TeamReportExport implements ExportSource<Parameters> {
  constructor(
    private readonly database: Database,
    private readonly teams: TeamService,
    private readonly people: PeopleService,
    private readonly printer: PdfPrinter,
    private readonly clock: Clock,
  ) {}

  async gather(actor: Actor, { scope }: Parameters): Promise<FinishedExport> {
    const { language } = actor;
    const at = await this.clock.now();
    const manager = await this.people.card(actor.personId);
    const team = await this.teams.team(actor, { scope, limit: 1 });
    const now = await this.teams.asOf(actor, { scope, on: dayOf(at) });
    const before = await this.teams.asOf(actor, { scope });
    const overdue = await this.database.rows<OverduePerson>(OVERDUE_PEOPLE, [actor.personId, scope, SHOWN]);
    const paper = reportPaper({ manager, scope, people: team.people[scope], now, before, overdue, overduePeople: overdue[0]?.people ?? 0, at, watermark: takenOut(manager, at, language) }, language);
    return {
      name: `${say({ zh: `${WORDS.file.zh}（${SCOPES[scope].zh}）`, en: `${WORDS.file.en} (${SCOPES[scope].en.toLowerCase()})` }, language)} ${dayOf(at)}.pdf`,
      bytes: await this.printer.draw(paper),
      rows: overdue.length,
      facts: { scope, asOf: at.toISOString() },
    };
  }
}
