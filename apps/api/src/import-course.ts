import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { LoginsService } from '@zhixing/access/api';
import { DraftsService, ImportService, openFolder, openZip } from '@zhixing/courses/api';
import { ImportQuery, type ImportReport, PublishVersion } from '@zhixing/courses/contract';
import { AppError, createApp, readConfig, Sentences } from '@zhixing/platform/api';
import { seedDemo } from './demo.ts';
import { rooms } from './rooms.ts';

const USAGE = 'npm run import:course -- FILE_OR_FOLDER [--publish] [--owner LOGIN] [--course SLUG] [--title TITLE] [--change editorial|minor|material]';

/** Imports a zip or folder in the name of a person, and publishes it when asked to; prints the report. */
export default async function importCourse(args: string[], environment: Record<string, string | undefined>): Promise<void> {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true,
    options: { publish: { type: 'boolean', default: false }, owner: { type: 'string', default: 'ldadmin' }, course: { type: 'string' }, title: { type: 'string' }, change: { type: 'string', default: 'minor' } },
  });
  const [path] = positionals;
  if (!path || positionals.length > 1) throw new Error(USAGE);
  const query = ImportQuery.safeParse({ course: values.course, title: values.title });
  if (!query.success) throw new Error(query.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'));
  const said = PublishVersion.safeParse({ change: values.change });
  if (!said.success) throw new Error(USAGE);
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory();
  if (isFolder === undefined) throw new Error(`There is no ${path}.`);
  if (environment.DEMO === '1') await seedDemo(environment.DATABASE_URL!); // as the first start does
  const app = await createApp(rooms, readConfig({ ...environment, PORT: '0' }));
  try {
    await app.init();
    const editor = await app.get(LoginsService).personOf(values.owner);
    if (!editor) throw new Error(`Nobody signs in as "${values.owner}"; name the owner with --owner LOGIN.`);
    const by = { ...editor, address: 'command line', requestId: 'import:course' };
    await using source = isFolder ? Object.assign(await openFolder(path), { [Symbol.asyncDispose]: async () => {} }) : await openZip(path, basename(path).replace(/\.zip$/i, ''));
    const report = await app.get(ImportService).fromSource(by, source, query.data, 'en');
    print(report);
    if (!values.publish || (report.state === 'unchanged' && !report.changes)) return;
    const published = await app.get(DraftsService).publish(by, { id: report.courseId, number: report.version }, said.data);
    console.log(`Published as version ${published.version}.`);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new Error([app.get(Sentences).of(error.code, error.values, 'en'), ...(error.issues ?? []).map((issue) => `  ${issue.path}: ${issue.message}`)].join('\n'), { cause: error });
  } finally {
    await app.close();
  }
}

function print(report: ImportReport): void {
  console.log(`${report.title} (${report.slug})${report.state === 'unchanged' ? `: unchanged, the same as version ${report.version}` : `: draft of version ${report.version}`}`);
  console.log(`${report.chapters} chapters, ${report.lessons} lessons, ${report.questions} questions, ${report.pictures} pictures, ${report.warnings.length} warnings`);
  const groups = Map.groupBy(report.warnings, (warning) => `${warning.kind} ${warning.kind === 'unknown_component' ? warning.subject : ''}`.trim());
  for (const [group, warnings] of groups) {
    console.log(`\n${group}: ${warnings.length}`);
    for (const { file, line, message } of warnings) console.log(`  ${file}${line ? `:${line}` : ''}  ${message}`);
  }
}
