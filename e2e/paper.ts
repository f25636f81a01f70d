import { expect, type Page } from '@playwright/test';
import { RIGHT_CHOICES } from './answers.ts';

/** Answers question after question of the open paper; `right` decides which ones well. */
export async function answerPaper(page: Page, right: (number: number) => boolean): Promise<number> {
  const questions = page.getByRole('group', { name: /^第 \d+ 题/ });
  await expect(questions.first()).toBeVisible();
  const count = await questions.count();
  for (let i = 0; i < count; i++) {
    const question = questions.nth(i);
    const words = (await question.innerText()).replace(/\s+/g, ' ');
    const stem = [...RIGHT_CHOICES.keys()].find((one) => words.includes(one));
    expect(stem, words).toBeDefined();
    const choices = question.locator('label');
    const wanted = RIGHT_CHOICES.get(stem!)!;
    const texts = (await choices.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').replace(/^[A-J] /, '').trim());
    const picks = texts.flatMap((text, place) => (wanted.includes(text) ? [place] : []));
    expect(picks.length, `${stem}: ${texts.join(' | ')}`).toBe(wanted.length);
    if (right(i)) for (const place of picks) await choices.nth(place).click();
    else await choices.nth(texts.findIndex((_, place) => !picks.includes(place))).click();
  }
  await expect(page.getByText('已保存').first()).toBeVisible();
  return count;
}

/** Hands the paper in. */
export async function submitPaper(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认提交' }).click();
}
