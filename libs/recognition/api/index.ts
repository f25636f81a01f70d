import { coursesEvents } from '@zhixing/courses/contract';
import { plansEvents } from '@zhixing/plans/contract';
import { exportKind, type Room, subscriber } from '@zhixing/platform/api';
import { CertificateFilter, HoursExport as HoursParameters, recognitionErrors, recognitionPages, recognitionPermissions } from '@zhixing/recognition/contract';
import { recognitionActs } from './acts.ts';
import { CertificatesExport } from './certificates-export.ts';
import { CertifiedService } from './certified.service.ts';
import { ClassResultsService } from './class-results.service.ts';
import { CompletionsService } from './completions.service.ts';
import { seedRecognition } from './demo.ts';
import { FellBelowService } from './fell-below.service.ts';
import { ImportedHoursService } from './imported-hours.service.ts';
import { HoursExport } from './hours-export.ts';
import { recognitionMessages } from './messages.ts';
import { recognitionPersonalData, recognitionRetention } from './personal-data.ts';
import { recognitionEntities } from './recognition.entities.ts';
import { RecognitionModule } from './recognition.module.ts';

export { type Grant, IssuingService } from './issuing.service.ts';
export type { PaperDocument } from './pdf/document.ts';
export { PdfPrinter } from './pdf/pdf-printer.ts';
export { RecognitionModule } from './recognition.module.ts';

export const recognitionRoom: Room = {
  name: 'recognition',
  module: RecognitionModule,
  entities: recognitionEntities,
  permissions: recognitionPermissions,
  pages: recognitionPages,
  errors: recognitionErrors,
  acts: recognitionActs,
  personalData: recognitionPersonalData,
  retention: recognitionRetention,
  messages: Object.values(recognitionMessages),
  subscribers: [
    subscriber('recognition.completions', coursesEvents['courses.completed'], CompletionsService),
    subscriber('recognition.imported_hours', coursesEvents['courses.completions_imported'], ImportedHoursService),
    subscriber('recognition.certified', plansEvents['plans.certified'], CertifiedService),
    subscriber('recognition.class_results', plansEvents['plans.class_closed'], ClassResultsService),
    subscriber('recognition.fell_below', coursesEvents['courses.fell_below_pass'], FellBelowService),
  ],
  exports: [
    exportKind('certificates', 'recognition:administer', CertificateFilter, CertificatesExport, { personal: true }),
    exportKind('hours', 'recognition:administer', HoursParameters, HoursExport, { personal: true }),
  ],
  demo: seedRecognition,
};
