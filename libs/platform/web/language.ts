import { Language } from '@zhixing/platform/contract';

const KEY = 'zhixing.language';
let current: Language = firstLanguage();

/** The language on screen; Chinese unless this device chose English or its browser asks for English. */
export const currentLanguage = (): Language => current;

/** Keeps the language for the next visit and tells the document; texts are loaded by `changeLanguage` in i18n.ts. */
export function keepLanguage(language: Language): void {
  current = language;
  if (typeof document === 'undefined') return; // rules tests run without a page
  document.documentElement.lang = language;
  localStorage.setItem(KEY, language);
}

function firstLanguage(): Language {
  if (typeof localStorage === 'undefined') return 'zh-CN';
  const kept = Language.safeParse(localStorage.getItem(KEY));
  if (kept.success) return kept.data;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}
