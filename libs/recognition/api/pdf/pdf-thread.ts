import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { PaperDocument } from './document.ts';

/** What the thread is asked and says: one answer for each question. */
export interface PdfQuestion { id: number; document: PaperDocument }
export type PdfAnswer = { id: number; bytes: Uint8Array } | { id: number; failed: string };

/** The part of pdfmake we use; its own types bring those of a browser into the server. */
interface PdfMake {
  setUrlAccessPolicy(may: (url: string) => boolean): void;
  setLocalAccessPolicy(may: (path: string) => boolean): void;
  addFonts(fonts: Record<string, { normal: string; bold: string }>): void;
  createPdf(document: object): { getBuffer(): Promise<Uint8Array> };
}

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake') as PdfMake;
const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const font = (weight: string): string => join(fonts, weight, `NotoSansSC_${weight}.ttf`);

// a document loads nothing but its fonts
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts) && path.endsWith('.ttf'));
pdfmake.addFonts({ Noto: { normal: font('400Regular'), bold: font('600SemiBold') } });

parentPort!.on('message', ({ id, document }: PdfQuestion) => {
  pdfmake.createPdf(document).getBuffer().then(
    (bytes) => parentPort!.postMessage({ id, bytes } satisfies PdfAnswer),
    (error: unknown) => parentPort!.postMessage({ id, failed: String(error) } satisfies PdfAnswer),
  );
});
