import type { Language, Localized } from '@zhixing/platform/contract';

/** How a room's audit entries read: its actions, and the kinds of objects they are done to. */
export interface ActWords {
  actions: Record<string, Localized>;
  objects: Record<string, Localized>;
}

const acts = {
  actions: { export: { zh: '导出数据', en: 'Exported data' }, 'access.refuse': { zh: '越权访问被拒绝', en: 'Refused access' } },
  objects: { job: { zh: '后台任务', en: 'Job' }, route: { zh: '接口', en: 'Route' } },
} satisfies ActWords;

/** The words of all rooms' acts. One that no room names is shown by its code. */
export class ActVocabulary {
  readonly actions: Readonly<Record<string, Localized>>;
  readonly objects: Readonly<Record<string, Localized>>;

  constructor(rooms: readonly ActWords[]) {
    this.actions = Object.assign({}, acts.actions, ...rooms.map((room) => room.actions));
    this.objects = Object.assign({}, acts.objects, ...rooms.map((room) => room.objects));
  }

  action(code: string, language: Language): string {
    return wordsOf(this.actions[code], language) ?? code;
  }

  object(type: string, language: Language): string {
    return wordsOf(this.objects[type], language) ?? type;
  }
}

const wordsOf = (words: Localized | undefined, language: Language): string | undefined => (language === 'en' ? words?.en : words?.zh);
