import type { Language } from '@zhixing/platform/contract';
import type { CertificateKind } from '@zhixing/recognition/contract';

/** What stands on the paper. */
export interface Print {
  language: Language;
  number: string;
  holder: string;
  issuer: string;
  title: string;
  kind: CertificateKind;
  score: number | null;
  /** `2026-03-05` */
  earnedOn: string;
  validUntil: string | null;
  /** Milliseconds since 1970, the moment of issue: the file's date, so that its bytes are the same at every download. */
  issuedAt: number;
  verifyAt: string;
}

/** A piece of the page, in pdfmake's words. */
type Content = Record<string, unknown>;

/** A whole document in pdfmake's words, without functions: it is drawn in a thread. Its font is `Noto`; `info.creationDate` is given, so that the same document is the same bytes. */
export type PaperDocument = Content & { info: Content & { creationDate: Date } };

/** A4 landscape in points. */
const WIDTH = 841.89;
const HEIGHT = 595.28;
const MARGIN = 72;

const ACCENT = '#1456E0';
const INK = '#1B2330';
const SECONDARY = '#566074';
const LINE = '#D5DBE6';

const TEXTS = {
  'zh-CN': {
    title: { course: '结业证书', class: '培训班结业证书', path: '学习路径证书', certification: '资格认证证书', competition: '竞赛证书' },
    other: { course: 'Certificate of Completion', class: 'Certificate of a Training Class', path: 'Certificate of a Learning Path', certification: 'Certificate of Qualification', competition: 'Certificate of Award' },
    awarded: '兹证明',
    earned: {
      course: (day: string, score: number | null) => `于${day}完成学习并通过全部必修测验${score === null ? '' : `，成绩 ${score} 分`}，特发此证。`,
      class: (day: string) => `于${day}完成培训班的全部安排，特发此证。`, path: (day: string) => `于${day}完成学习路径的全部必修步骤，特发此证。`,
      certification: (day: string) => `于${day}取得该项资格，特发此证。`, competition: (day: string) => `于${day}取得上述竞赛成绩，特发此证。`,
    },
    number: '证书编号', issuer: '颁发单位', day: '取得日期', valid: '有效期至', verify: '扫码核验真伪',
    date: (day: string) => { const [year, month, date] = day.split('-').map(Number); return `${year}年${month}月${date}日`; },
  },
  en: {
    title: { course: 'Certificate of Completion', class: 'Certificate of a Training Class', path: 'Certificate of a Learning Path', certification: 'Certificate of Qualification', competition: 'Certificate of Award' },
    other: { course: '结业证书', class: '培训班结业证书', path: '学习路径证书', certification: '资格认证证书', competition: '竞赛证书' },
    awarded: 'This is to certify that',
    earned: {
      course: (day: string, score: number | null) => `completed this course and passed all its required quizzes on ${day}${score === null ? '' : ` with a score of ${score}`}.`,
      class: (day: string) => `completed all of this training class on ${day}.`, path: (day: string) => `completed every required step of this learning path on ${day}.`,
      certification: (day: string) => `obtained this qualification on ${day}.`, competition: (day: string) => `achieved the above result in the competition on ${day}.`,
    },
    number: 'Certificate number', issuer: 'Issued by', day: 'Earned on', valid: 'Valid until', verify: 'Scan to verify',
    date: (day: string) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
  },
} satisfies Record<Language, object>;

/** The size at which a text of this length, a hanzi counting as two, stays on the lines it has. */
function sizeOf(text: string, largest: number, room: number): number {
  const length = [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
  return Math.max(13, Math.min(largest, Math.floor((largest * room) / length)));
}

const at = (x: number, y: number, content: Content): Content => ({ ...content, absolutePosition: { x, y } });

/** The certificate on one page of A4 landscape: one accent, much space, everything one checks at the foot. */
export function certificateDocument(print: Print): PaperDocument {
  const { language, number, holder, issuer, title, kind, score, earnedOn, validUntil, issuedAt, verifyAt } = print;
  const t = TEXTS[language];
  const fact = (x: number, name: string, value: string): Content[] => [
    at(x, 468, { text: name, fontSize: 9, color: SECONDARY }),
    at(x, 483, { text: value, fontSize: 12, color: INK }),
  ];
  const facts: [string, string][] = [[t.issuer, issuer], [t.day, t.date(earnedOn)], ...(validUntil ? [[t.valid, t.date(validUntil)] as [string, string]] : []), [t.number, number]];
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [MARGIN, MARGIN, MARGIN, 0],
    language,
    info: { title: `${t.title[kind]} ${number}`, author: issuer, subject: title, creator: '知行', producer: '知行', creationDate: new Date(issuedAt) },
    defaultStyle: { font: 'Noto', color: INK, lineHeight: 1 },
    background: {
      canvas: [
        { type: 'rect', x: 28, y: 28, w: WIDTH - 56, h: HEIGHT - 56, r: 6, lineWidth: 0.75, lineColor: LINE },
        { type: 'rect', x: 28, y: 118, w: 3, h: 92, color: ACCENT },
        { type: 'line', x1: MARGIN, y1: 446, x2: WIDTH - MARGIN, y2: 446, lineWidth: 0.5, lineColor: LINE },
      ],
    },
    content: [
      at(MARGIN, 60, { svg: MARK, width: 26 }),
      at(MARGIN + 36, 62, { text: '知行', fontSize: 15, bold: true }),
      { text: issuer, fontSize: 12, color: SECONDARY, alignment: 'right', absolutePosition: { x: MARGIN, y: 65 } },
      at(MARGIN, 112, { text: t.title[kind], fontSize: language === 'en' ? 38 : 44, bold: true, color: INK }),
      at(MARGIN, 178, { text: t.other[kind], fontSize: 14, color: SECONDARY, characterSpacing: language === 'en' ? 3 : 0.6 }),
      at(MARGIN, 240, { text: t.awarded, fontSize: 13, color: SECONDARY }),
      at(MARGIN, 260, { text: holder, fontSize: sizeOf(holder, 32, 36), bold: true }),
      // a column of its own, so that a long title wraps above the line
      {
        stack: [
          { text: title, fontSize: sizeOf(title, 22, 84), bold: true, color: ACCENT, lineHeight: 1.1 },
          { text: t.earned[kind](t.date(earnedOn), score), fontSize: 13, color: INK, margin: [0, 10, 0, 0], lineHeight: 1.3 },
        ],
        absolutePosition: { x: MARGIN, y: 324 },
      },
      ...facts.flatMap(([name, value], index) => fact(MARGIN + index * (validUntil ? 142 : 172), name, value)),
      {
        stack: [{ qr: verifyAt, fit: 88, foreground: INK, eccLevel: 'M', alignment: 'right' }, { text: t.verify, fontSize: 8, color: SECONDARY, alignment: 'right', margin: [0, 5, 0, 0] }],
        absolutePosition: { x: MARGIN, y: 462 },
      },
      at(MARGIN, 512, { text: verifyAt, fontSize: 9, color: SECONDARY }),
    ],
  };
}

/** The product's mark, as the pages draw it. */
const MARK = `<svg viewBox="0 0 32 32" xmlns="http://www.w3.org/2000/svg"><rect width="32" height="32" rx="8" fill="${ACCENT}"/>`
  + '<path d="M8 22.5l6.5-8 4 4 6-8.5M19.3 9.5H25v5.7" fill="none" stroke="#FFFFFF" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>'
  + '<circle cx="8" cy="22.5" r="2.6" fill="#FFFFFF"/><circle cx="14.5" cy="14.5" r="2.6" fill="#FFFFFF"/></svg>';
