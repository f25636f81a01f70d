import { expect, type Page, test } from '@playwright/test';
import { enterAs, expectAccessible, expectFits, watchForFaults, watchTraffic } from './journey.ts';

const PERSONS = ['employee', 'employee2', 'manager', 'ldadmin', 'trainer', 'sysadmin', 'secadmin', 'auditor'];
const LANGUAGES = ['zh-CN', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [1366, 390];

/** Words a Chinese page may show in Latin letters: codes, units, names of programs, formats and crafts. */
const LATIN_ALLOWED = /^(SF\d+|Chrome|Headless|Linux|Windows|Firefox|Safari|Edge|macOS|Android|iOS|zip|Markdown|HTML|PDF|MB|AI|NLP|MLOps|SQL|[A-J])$/;

/** One address of each kind: /courses/… once, however many courses. */
const kindOf = (path: string): string => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\/lessons\/.*/, '/lessons/:key').replace(/(\/roles\/)[a-z_]+/, '$1:role').replace(/(\/(?:skills\/profiles|administration\/skills)\/)[a-z-]+/, '$1:id').replace(/\?.*/, '');

/** What these three see as every employee does; it is walked as others, and they go straight to what is theirs. */
const ADMINISTRATORS = ['sysadmin', 'secadmin', 'auditor'];
const OF_EVERYBODY = /^\/(courses|skills|record|registrations|certificates|hours|points|people|me|privacy|notifications)(\/|$)/;

/** As whom axe looks at the pages of everybody; as the others it looks at what is theirs. */
const ORDINARY = ['employee', 'manager'];

/** The words of the interface itself: whatever stands outside of elements that declare their own language. */
const INTERFACE_WORDS = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent || parent.closest('script, style, [lang]') !== document.documentElement) continue;
    const style = getComputedStyle(parent);
    if (style.visibility !== 'hidden' && style.display !== 'none') words.push(walker.currentNode.textContent);
  }
  return words.join('\\n');
})()`;

/** What axe looks at need not be looked at in every combination: colours differ by look, names by language, order by width. */
const WITH_AXE = new Set(['zh-CN light 1366', 'zh-CN dark 390', 'en light 390', 'en dark 1366']);

async function check(page: Page, settled: () => Promise<void>, language: string, axe: boolean): Promise<string[]> {
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
  await settled();
  await expect.poll(async () => (await main.innerText()).length, `${page.url()} is empty`).toBeGreaterThan(20);
  const words = await page.evaluate<string>(INTERFACE_WORDS);
  const foreign = language === 'zh-CN' ? (words.match(/[A-Za-z]{2,}\w*/g) ?? []).filter((word) => !LATIN_ALLOWED.test(word)) : (words.match(/\p{Script=Han}+/gu) ?? []).filter((word) => word !== '知行');
  expect({ url: page.url(), foreign: [...new Set(foreign)] }).toEqual({ url: page.url(), foreign: [] });
  await expectFits(page);
  if (axe) await expectAccessible(page);
  return page.evaluate<string[]>("[...document.querySelectorAll('a[href^=\"/\"]')].map((link) => link.getAttribute('href'))");
}

test.describe.configure({ mode: 'parallel' });

// language and look belong to the person: what one person sees is walked through in order
for (const login of PERSONS)
  test.describe(login, () => {
    test.describe.configure({ mode: 'default' });
    for (const [language, theme, width] of LANGUAGES.flatMap((language) => THEMES.flatMap((theme) => WIDTHS.map((width) => [language, theme, width] as const))))
      test(`every page of ${login} in ${language}, ${theme}, ${width} px`, async ({ page }) => {
        test.setTimeout(120_000);
        await page.setViewportSize({ width, height: width < 500 ? 844 : 768 });
        await enterAs(page, login);
        await page.addInitScript(`localStorage.setItem('zhixing.language', '${language}')`);
        const saved = await page.request.patch('/api/v1/people/me', { data: { language, theme }, headers: { 'x-requested-with': 'journey' } });
        expect(saved.status()).toBe(200);
        const faults = watchForFaults(page);
        const settled = watchTraffic(page);
        const seen = new Set<string>();
        const queue = ['/', '/me', '/me/data', '/privacy', '/notifications', '/notifications/settings'];
        while (queue.length) {
          const path = queue.shift()!;
          if (seen.has(kindOf(path)) || path.startsWith('/api') || (ADMINISTRATORS.includes(login) && OF_EVERYBODY.test(path))) continue;
          seen.add(kindOf(path));
          await page.goto(path);
          queue.push(...(await check(page, settled, language, WITH_AXE.has(`${language} ${theme} ${width}`) && (ORDINARY.includes(login) || !OF_EVERYBODY.test(path)))));
        }
        expect(seen.size).toBeGreaterThanOrEqual(5);
        expect(faults).toEqual([]);
      });
  });
