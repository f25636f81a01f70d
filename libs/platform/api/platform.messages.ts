import type { MessageGroup, MessageTemplate } from './notify.ts';

const EXPORTS: MessageGroup = { name: 'exports', label: { zh: '导出文件', en: 'Exported files' } };

/** What the kernel itself tells people. */
export const platformMessages = {
  /** A file they ordered can be fetched. */
  exportDone: {
    name: 'platform.export_done', group: EXPORTS, mail: 'none',
    title: { zh: '导出已完成：{file}', en: 'Your export is ready: {file}' },
    body: { zh: '点击即可下载，文件保留 24 小时。', en: 'Open this to download the file; it is kept for 24 hours.' },
  },
  exportFailed: {
    name: 'platform.export_failed', group: EXPORTS, mail: 'none',
    title: { zh: '导出没有完成', en: 'Your export failed' },
    body: { zh: '原因：{reason}', en: 'Why: {reason}' },
  },
} as const satisfies Record<string, MessageTemplate>;
