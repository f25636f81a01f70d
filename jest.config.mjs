import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('.', import.meta.url));

const swc = ['@swc/jest', {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
}];

const project = (displayName, globs, more = {}) => ({
  rootDir,
  displayName,
  testMatch: globs.map((glob) => `${rootDir}${glob}`),
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'json'],
  transform: { '^.+\\.ts$': swc },
  transformIgnorePatterns: ['/node_modules/(?!@zhixing/)'],
  modulePathIgnorePatterns: ['/dist/', '/\\.nx/'],
  ...more,
});

export default {
  testTimeout: 30_000,
  // modules of ECMAScript are never let go: a worker that has grown is replaced between two files
  workerIdleMemoryLimit: '1.5GB',
  projects: [
    project('rules', ['libs/*/contract/**/*.test.ts', 'libs/*/api/**/*.rules.test.ts', 'libs/*/web/**/*.rules.test.ts']),
    project('api', ['libs/*/api/**/!(*.rules).test.ts', 'apps/api/**/*.test.ts', 'db/**/*.test.ts'], {
      globalSetup: `${rootDir}db/testing/setup.ts`,
      globalTeardown: `${rootDir}db/testing/teardown.ts`,
      setupFiles: [`${rootDir}db/testing/worker.ts`],
    }),
  ],
};
