import type { ActWords } from '@zhixing/platform/api';

export const resultsActs: ActWords = {
  actions: {
    'results_import.receive': { zh: '上传成绩文件', en: 'Uploaded a file of results' },
    'results_import.confirm': { zh: '确认导入成绩', en: 'Confirmed an import of results' },
    'results_import.apply': { zh: '导入历史成绩', en: 'Imported past results' },
    'results_import.discard': { zh: '放弃成绩导入', en: 'Discarded an import of results' },
  },
  objects: { results_import: { zh: '成绩导入', en: 'Import of results' } },
};
