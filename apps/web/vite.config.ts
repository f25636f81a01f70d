import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Writes x.br and x.gz beside every built text file: the server sends them as they are and compresses nothing itself. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
      const files = (await readdir(dir!, { recursive: true })).filter((file) => /\.(js|css|html|svg|json)$/.test(file) && !file.startsWith('.vite'));
      await Promise.all(files.map(async (file) => {
        const path = join(dir!, file);
        const content = await readFile(path);
        if (content.length < 1024) return;
        await writeFile(`${path}.br`, await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
        await writeFile(`${path}.gz`, await zip(content, { level: 9 }));
      }));
    },
  };
}

/** What every page needs before it can show anything: one chunk that changes only with its versions, so that a browser keeps it over releases. */
const FRAMEWORK = /node_modules[\\/](react|react-dom|scheduler|react-router|cookie-es|@tanstack|i18next|react-i18next|html-parse-stringify|zod|use-sync-external-store)[\\/]/;

export default defineConfig(({ command }) => {
  // a build is what people get, also when the tests make it: NODE_ENV=test would put React's development half into it
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [react(), precompress()],
    // rehype-katex and mermaid would each bring a KaTeX of their own, to which our style sheet of it does not belong
    resolve: { dedupe: ['katex'] },
    server: { host: '127.0.0.1', port: 5173, proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
    build: {
      outDir: 'dist',
      target: 'es2022',
      manifest: true,
      reportCompressedSize: false,
      assetsInlineLimit: 0, // the content security policy allows no inline scripts, and data: addresses only for pictures
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'framework', test: FRAMEWORK, priority: 1 },
              // the rest of the first load in one piece instead of a dozen small ones
              { name: 'shell', tags: ['$initial'] },
            ],
          },
        },
      },
    },
  };
});
