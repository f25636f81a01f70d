import type { Language, Localized } from '@zhixing/platform/contract';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { currentLanguage, keepLanguage } from './language.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

/** The texts of a namespace in one language; keys may be nested. */
export interface Texts { [key: string]: string | Texts }

/** Where a namespace's texts come from; only the language on screen is loaded. */
export type TextLoaders = Record<Language, () => Promise<{ default: Texts }>>;

const loaders = new Map<string, TextLoaders>();

/** Makes a room's texts known under the room's name; `page(...)` loads them together with the route. */
export function registerTexts(namespace: string, texts: TextLoaders): void {
  loaders.set(namespace, texts);
}

/** Adds a few texts that must be there before any route is loaded (the shell, the menu). */
export function addTexts(namespace: string, texts: Record<Language, Texts>): void {
  for (const [language, resources] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, resources, true, true);
}

/** Loads the texts of these namespaces in the language on screen; does nothing for those already there. A page without its texts is not shown. */
export async function loadTexts(...namespaces: string[]): Promise<void> {
  await i18next.loadNamespaces(namespaces);
  const missing = namespaces.filter((namespace) => !i18next.hasResourceBundle(currentLanguage(), namespace));
  if (missing.length > 0) throw new Error(`failed to import the texts of ${missing.join(', ')}`);
}

/** Switches the interface: loads the texts in use in that language, then shows it and keeps the choice on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  if (language === currentLanguage()) return;
  await i18next.changeLanguage(language);
}

/** Our sentence in the language on screen. */
export const localized = ({ zh, en }: Localized): string => (currentLanguage() === 'en' ? en : zh);

/** A text outside of a component (errors, formats); inside components use `useTranslation`. */
export const text = (key: string, values: Record<string, unknown> = {}): string => i18next.t(key, values);

void i18next
  .use(initReactI18next)
  .use({
    type: 'backend' as const,
    read(language: Language, namespace: string, done: (error: unknown, data?: Texts | false) => void) {
      const load = loaders.get(namespace)?.[language];
      if (!load) return done(new Error(`no texts for ${namespace} in ${language}`), false);
      load().then((module) => done(null, module.default), (error: unknown) => done(error, false));
    },
  })
  .init({
    lng: currentLanguage(),
    supportedLngs: ['zh-CN', 'en'],
    load: 'currentOnly',
    fallbackLng: false, // a hole in one language must be seen, not papered over with the other
    ns: ['platform'],
    defaultNS: 'platform',
    resources: { 'zh-CN': { platform: zh }, en: { platform: en } },
    partialBundledLanguages: true,
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
    saveMissing: true,
    missingKeyHandler: (languages, namespace, key) => console.error(`missing text ${namespace}:${key} in ${languages.join()}`),
    parseMissingKeyHandler: (key) => (import.meta.env?.DEV ? `⟦${key}⟧` : key),
    react: { useSuspense: false }, // texts come with the route, never after it
  });

i18next.on('languageChanged', (language) => keepLanguage(language as Language));
if (typeof document !== 'undefined') document.documentElement.lang = currentLanguage();
