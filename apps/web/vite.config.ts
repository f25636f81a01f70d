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

export default defineConfig({
  plugins: [react(), precompress()],
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    manifest: true,
    reportCompressedSize: false,
    assetsInlineLimit: 0, // the content security policy allows no inline scripts, and data: addresses only for pictures
    rolldownOptions: {
      output: {
        // the part that changes only with its versions: a browser keeps it over releases
        codeSplitting: {
          groups: [{ name: 'framework', test: /node_modules\/(react|react-dom|scheduler|react-router|cookie-es|@tanstack|i18next|react-i18next|html-parse-stringify|zod|use-sync-external-store)\// }],
        },
      },
    },
  },
});
