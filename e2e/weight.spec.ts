import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
  isEntry?: boolean;
}

const built = fileURLToPath(new URL('../apps/web/dist/', import.meta.url));
const kilobytes = (file: string): number => gzipSync(readFileSync(built + file), { level: 9 }).length / 1024;

/** Every file a chunk needs before it runs. */
function filesOf(manifest: Record<string, Chunk>, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key]!;
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const imported of chunk.imports ?? []) if (!seen.has(manifest[imported]!.file)) filesOf(manifest, imported, seen);
  return seen;
}

const weight = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + kilobytes(file), 0);

test('the home page weighs at most 350 kB gzip in all, every other page at most 60 kB of its own', () => {
  const manifest = JSON.parse(readFileSync(`${built}.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;
  const entry = Object.keys(manifest).find((key) => manifest[key]!.isEntry)!;
  const shell = filesOf(manifest, entry);
  const pages = Object.keys(manifest).filter((key) => /libs\/\w+\/web\/pages\/[\w-]+\.tsx$/.test(key));
  expect(pages.length).toBeGreaterThanOrEqual(12);
  const home = filesOf(manifest, pages.find((key) => key.endsWith('insights/web/pages/home.tsx'))!);
  expect(weight(new Set([...shell, ...home]))).toBeLessThan(350);
  for (const page of pages) {
    const own = [...filesOf(manifest, page)].filter((file) => !shell.has(file));
    expect({ page, light: weight(own) <= 60 }).toEqual({ page, light: true });
  }
});
