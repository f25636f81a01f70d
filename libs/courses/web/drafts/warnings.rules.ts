import { type ImportWarning, ImportWarningKind } from '@zhixing/courses/contract';

/** Warnings of one kind; of its subjects the most frequent first. */
export interface WarningGroup { kind: ImportWarningKind; count: number; subjects: { subject: string; places: ImportWarning[] }[] }

/** Warnings by kind (in the order of the contract) and subject; places in the order of the package. */
export function groupWarnings(warnings: ImportWarning[]): WarningGroup[] {
  const kinds = Map.groupBy(warnings, (warning) => warning.kind);
  return ImportWarningKind.options.flatMap((kind) => {
    const own = kinds.get(kind);
    if (!own) return [];
    const subjects = [...Map.groupBy(own, (warning) => warning.subject)].map(([subject, places]) => ({ subject, places }));
    return [{ kind, count: own.length, subjects: subjects.sort((one, other) => other.places.length - one.places.length) }];
  });
}
