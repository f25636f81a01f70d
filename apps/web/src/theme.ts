import type { Look } from '@zhixing/platform/web';
import { theme as antd, type ThemeConfig } from 'antd';
import { mix } from './mix.ts';

/** The colours of one look; every pair of text and ground used anywhere is at least 4.5:1, controls and drawings 3:1. */
interface Palette {
  page: string; card: string; raised: string; border: string; control: string;
  text: string; secondary: string; primary: string; solid: string; solidHover: string; solidActive: string;
  success: string; warning: string; error: string;
  charts: readonly string[];
  shadow: string;
}

const LIGHT: Palette = {
  page: '#F5F7FA', card: '#FFFFFF', raised: '#FFFFFF', border: '#E3E7EE', control: '#858FA1',
  text: '#1B2330', secondary: '#566074', primary: '#1456E0', solid: '#1456E0', solidHover: '#2F6BEA', solidActive: '#0F45B8',
  success: '#13734A', warning: '#8F5F00', error: '#C22F2F',
  charts: ['#1456E0', '#0B7A7A', '#8F5F00', '#8A3FBF', '#C22F2F', '#566074'],
  shadow: '0 1px 2px rgb(27 35 48 / 4%), 0 2px 8px rgb(27 35 48 / 4%)',
};

const DARK: Palette = {
  page: '#0F141B', card: '#171E27', raised: '#1E2732', border: '#2A3441', control: '#6B7789',
  text: '#E6EBF2', secondary: '#A3AEBD', primary: '#6D9BFF', solid: '#2563EB', solidHover: '#2F6BEA', solidActive: '#1D4FC4',
  success: '#4CC38A', warning: '#E0B252', error: '#FF7B72',
  charts: ['#6D9BFF', '#3FBDBD', '#E0B252', '#C58BF2', '#FF7B72', '#A3AEBD'],
  shadow: '0 1px 2px rgb(0 0 0 / 24%), 0 2px 8px rgb(0 0 0 / 16%)',
};

/** The seven tones of covers and avatars, in the order of the business domains. */
const TONES = ['#1456E0', '#0B7A7A', '#8F5F00', '#3F6588', '#8A3FBF', '#2B7A3B', '#C22F2F'];

const RADIUS = 10;
const CARD_RADIUS = 14;
const FONT = "-apple-system, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', sans-serif";

const paletteOf = (look: Look): Palette => (look === 'dark' ? DARK : LIGHT);

/** The ground of a tag or a notice. */
const soft = (p: Palette, colour: string): string => mix(colour, p.card, p === DARK ? 0.16 : 0.09);

/** The dark algorithm mutes what it is given; our colours are chosen for dark already and stay as they are. */
const exactly = (p: Palette): typeof antd.darkAlgorithm => (seed, map) => ({
  ...(map ?? antd.defaultAlgorithm(seed)),
  colorPrimary: p.primary, colorInfo: p.primary, colorSuccess: p.success, colorWarning: p.warning, colorError: p.error,
  colorSuccessBg: soft(p, p.success), colorWarningBg: soft(p, p.warning), colorErrorBg: soft(p, p.error), colorInfoBg: soft(p, p.primary), colorPrimaryBg: soft(p, p.primary),
  colorSuccessBorder: mix(p.success, p.card, 0.4), colorWarningBorder: mix(p.warning, p.card, 0.4), colorErrorBorder: mix(p.error, p.card, 0.4), colorInfoBorder: mix(p.primary, p.card, 0.4),
  colorLink: p.primary, colorPrimaryText: p.primary, colorInfoText: p.primary, colorSuccessText: p.success, colorWarningText: p.warning, colorErrorText: p.error,
});

/** antd's tokens of a look. In dark, primary as text is lighter than the solid ground of buttons and ticks. */
export function antdTheme(look: Look): ThemeConfig {
  const p = paletteOf(look);
  const solid = { colorPrimary: p.solid, colorPrimaryHover: p.solidHover, colorPrimaryActive: p.solidActive };
  const control = { colorBorder: p.control, borderRadiusLG: RADIUS };
  return {
    algorithm: [look === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm, exactly(p)],
    hashed: false,
    token: {
      colorPrimary: p.primary, colorInfo: p.primary, colorSuccess: p.success, colorWarning: p.warning, colorError: p.error,
      colorSuccessBg: soft(p, p.success), colorWarningBg: soft(p, p.warning), colorErrorBg: soft(p, p.error), colorInfoBg: soft(p, p.primary), colorPrimaryBg: soft(p, p.primary),
  colorSuccessBorder: mix(p.success, p.card, 0.4), colorWarningBorder: mix(p.warning, p.card, 0.4), colorErrorBorder: mix(p.error, p.card, 0.4), colorInfoBorder: mix(p.primary, p.card, 0.4),
  colorLink: p.primary, colorLinkHover: mix(p.primary, p.text, 0.75), colorLinkActive: p.primary,
      colorPrimaryHover: mix(p.primary, p.text, 0.85), colorPrimaryActive: p.primary,
      colorErrorHover: mix(p.error, p.text, 0.85), colorErrorActive: p.error,
      colorText: p.text, colorTextHeading: p.text, colorTextSecondary: p.secondary, colorTextTertiary: p.secondary, colorTextDescription: p.secondary, colorTextPlaceholder: p.secondary,
      colorBorder: p.border, colorBorderSecondary: p.border, colorSplit: p.border,
      colorBgLayout: p.page, colorBgContainer: p.card, colorBgElevated: p.raised,
      borderRadius: RADIUS, borderRadiusLG: CARD_RADIUS, borderRadiusSM: 6,
      fontFamily: FONT, fontSize: 14, lineHeight: 22 / 14,
      controlHeight: 36, controlHeightLG: 44, controlHeightSM: 28,
      motionDurationFast: '0.1s', motionDurationMid: '0.15s', motionDurationSlow: '0.2s',
    },
    components: {
      Button: { ...solid, borderRadiusLG: RADIUS, borderRadiusSM: 8, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', primaryColor: '#FFFFFF', dangerColor: look === 'dark' ? '#1B0F0E' : '#FFFFFF', defaultBorderColor: mix(p.control, p.card, 0.6), fontWeight: 500, defaultHoverColor: p.primary, defaultHoverBorderColor: p.primary, defaultActiveColor: p.primary, defaultActiveBorderColor: p.primary },
      Checkbox: { ...solid, ...control },
      Radio: { ...solid, ...control },
      Switch: solid,
      Input: control,
      InputNumber: control,
      Select: control,
      DatePicker: control,
      Segmented: { trackBg: look === 'dark' ? p.page : fillStrong(p), itemColor: p.secondary, itemSelectedBg: look === 'dark' ? '#2A3441' : p.card, itemSelectedColor: p.text },
      Form: { verticalLabelPadding: '0 0 6px', labelHeight: 22, itemMarginBottom: 28 },
      Message: { contentBg: p.raised },
      Table: { headerBg: p.card, headerColor: p.secondary, borderColor: p.border, cellPaddingBlock: 12 },
    },
  };
}

const fill = (p: Palette): string => mix(p.secondary, p.card, p === DARK ? 0.1 : 0.07);
const fillStrong = (p: Palette): string => mix(p.secondary, p.card, p === DARK ? 0.17 : 0.13);

/** The picture of the login page: the primary colour, far to near. */
function scene(p: Palette): Record<string, string> {
  const [base, sky] = p === DARK ? ['#2563EB', '#101826'] : ['#1456E0', '#EDF2FD'];
  const shares = p === DARK ? { 1: 0.16, 2: 0.28, 3: 0.46, 4: 0.68, halo: 0.07, glow: 0.14, sun: 0.34, link: 0.5 } : { 1: 0.16, 2: 0.32, 3: 0.62, 4: 0.92, halo: 0, glow: 0, sun: 0, link: 0.3, star: 0.62 };
  const mixed = Object.fromEntries(Object.entries(shares).map(([name, share]) => [`scene-${name}`, mix(base, sky, share)]));
  const sun: Record<string, string> = p === DARK ? {} : { 'scene-halo': '#F4F7FE', 'scene-glow': '#F9FBFF', 'scene-sun': '#FFFFFF' };
  return { 'scene-sky': sky, ...mixed, ...sun, 'scene-way': '#FFFFFF', 'scene-flag': p === DARK ? '#FFFFFF' : base, ...(p === DARK ? { 'scene-star': p.primary } : {}) };
}

/** Tag grounds and cover shades, mixed from the palette so that both looks stay in step. */
function variablesOf(p: Palette): Record<string, string> {
  const dark = p === DARK;
  const tones = TONES.flatMap((base, tone) => {
    const ink = dark ? mix(base, '#FFFFFF', 0.45) : base;
    return Object.entries({
      ink,
      ground: mix(base, p.card, dark ? 0.34 : 0.09),
      cover: dark ? mix(base, '#0B0F15', 0.42) : mix(base, '#FFFFFF', 0.13),
      far: dark ? mix(base, '#0B0F15', 0.62) : mix(base, '#FFFFFF', 0.26),
      near: dark ? mix(base, '#FFFFFF', 0.86) : mix(base, '#FFFFFF', 0.5),
      front: dark ? mix(base, '#FFFFFF', 0.6) : mix(base, '#FFFFFF', 0.92),
    }).map(([name, value]) => [`tone-${tone}-${name}`, value]);
  });
  return {
    page: p.page, card: p.card, raised: p.raised, border: p.border, control: p.control,
    text: p.text, secondary: p.secondary,
    primary: p.primary, 'primary-soft': soft(p, p.primary), solid: p.solid, 'solid-hover': p.solidHover, 'on-solid': '#FFFFFF',
    success: p.success, 'success-soft': soft(p, p.success), warning: p.warning, 'warning-soft': soft(p, p.warning), error: p.error, 'error-soft': soft(p, p.error),
    fill: fill(p), 'fill-strong': fillStrong(p), bar: dark ? '#4F83F5' : p.solid, line: p.control, accent: p.primary, focus: p.primary,
    shadow: p.shadow, 'shadow-raised': dark ? '0 8px 32px rgb(0 0 0 / 48%)' : '0 8px 32px rgb(27 35 48 / 14%)',
    ...scene(p),
    ...Object.fromEntries(p.charts.map((colour, at) => [`chart-${at + 1}`, colour])),
    ...Object.fromEntries(tones),
  };
}

/** Writes both looks as CSS variables (`--zx-…`), once; components know no other colours. */
export function emitVariables(): void {
  const lines = (values: Record<string, string>) => Object.entries(values).map(([name, value]) => `--zx-${name}:${value}`).join(';');
  const style = document.createElement('style');
  style.textContent = [
    `:root{color-scheme:light;--zx-radius:${RADIUS}px;--zx-radius-card:${CARD_RADIUS}px;--zx-font:${FONT};${lines(variablesOf(LIGHT))}}`,
    `:root[data-theme=dark]{color-scheme:dark;${lines(variablesOf(DARK))}}`,
  ].join('\n');
  document.head.prepend(style);
}
