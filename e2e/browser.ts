import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** The browser of the journeys: the machine's Chromium, else the one npm carries (with a Chinese font, which it lacks). */
export async function browserPath(): Promise<string> {
  const installed = process.env.ZHIXING_BROWSER === 'npm' ? undefined : SYSTEM.find(existsSync);
  if (installed) return installed;
  const folder = fileURLToPath(new URL('./results/browser', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const fonts = fileURLToPath(new URL('../node_modules/@expo-google-fonts/noto-sans-sc', import.meta.url));
  const configuration = join(folder, 'fonts.conf');
  writeFileSync(configuration, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`);
  process.env.FONTCONFIG_FILE = configuration;
  // the package unpacks into the temporary folder and keeps whatever an older version left there
  process.env.TMPDIR = folder;
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}
