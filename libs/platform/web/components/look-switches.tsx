import DesktopOutlined from '@ant-design/icons/DesktopOutlined';
import MoonOutlined from '@ant-design/icons/MoonOutlined';
import SunOutlined from '@ant-design/icons/SunOutlined';
import TranslationOutlined from '@ant-design/icons/TranslationOutlined';
import type { Language, Theme } from '@zhixing/platform/contract';
import { useTranslation } from 'react-i18next';
import { useTheme } from '../appearance.ts';
import { MenuButton } from './menu-button.tsx';

/** Each language under its own name, whatever the interface speaks. */
export const LANGUAGE_NAMES: Record<Language, string> = { 'zh-CN': '中文', en: 'English' };

const THEME_ICONS = { system: DesktopOutlined, light: SunOutlined, dark: MoonOutlined };

/** Chooses the language of the interface. */
export function LanguageSwitch({ onChoose }: { onChoose: (language: Language) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <MenuButton
      label={t('language.choose')}
      entries={(['zh-CN', 'en'] as const).map((language) => ({ key: language, lang: language, label: LANGUAGE_NAMES[language], checked: i18n.language === language, onSelect: () => onChoose(language) }))}
    >
      <TranslationOutlined aria-hidden />
    </MenuButton>
  );
}

/** Chooses light, dark or the device's own look. */
export function ThemeSwitch({ onChoose }: { onChoose: (theme: Theme) => void }) {
  const { t } = useTranslation();
  const chosen = useTheme();
  const Icon = THEME_ICONS[chosen];
  return (
    <MenuButton
      label={t('theme.choose')}
      entries={(['system', 'light', 'dark'] as const).map((theme) => ({ key: theme, label: t(`theme.${theme}`), icon: THEME_ICONS[theme], checked: chosen === theme, onSelect: () => onChoose(theme) }))}
    >
      <Icon aria-hidden />
    </MenuButton>
  );
}
