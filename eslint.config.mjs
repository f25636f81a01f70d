import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Every row below `n`: the only rooms a room of row `n` may import. */
const below = (n) => Array.from({ length: n }, (_, i) => `row:${i}`);

/** Refuses deep imports and the modules named by `patterns`, both as `import … from` and as `import(…)`; `more` are further refused expressions. */
const no = (patterns, more = []) => ({
  'no-restricted-imports': ['error', { patterns: [DEEP, ...patterns] }],
  'no-restricted-syntax': [
    'error',
    ...[DEEP, ...patterns].map(({ regex, message }) => ({ selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`, message })),
    ...more,
  ],
});

const DEEP = { regex: '^@zhixing/[a-z-]+/(contract|api|web)/.', message: 'Each floor has one door: import its index only.' };
const NODE = { regex: '^(node:|@nestjs/|@fastify/|typeorm$|pg$|pg-boss$|fastify|passport)', message: 'The browser cannot run this.' };
const REACT = { regex: '^(react|react-dom|react-router|antd|@ant-design|@tanstack/react-query|echarts)(/|$)', message: 'The server does not render.' };
const floorUp = (...names) => ({
  regex: `^(\\.\\./)+(${names.join('|')})(/|$)|^@zhixing/[a-z]+/(${names.join('|')})$`,
  message: `This floor may not import ${names.join(' or ')}.`,
});

/** Business time comes from the Clock or from `platform.now()`; the host's clock and PostgreSQL's `now()` do not know the offset. */
const HOST_CLOCK = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Business time: use Clock or platform.now().' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Business time: use Clock or platform.now().' },
  { selector: 'TemplateElement[value.raw=/(^|[^._a-z])(now\\(\\)|current_timestamp|current_date|clock_timestamp\\(\\))/i]', message: 'Business time: use platform.now() in SQL.' },
];

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '.nx', '.data', 'e2e/results'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    ignores: ['*.config.*', '**/*.config.*', '.ci/**'],
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@nx/enforce-module-boundaries': ['error', {
        enforceBuildableLibDependency: false,
        banTransitiveDependencies: false,
        depConstraints: [
          ...below(9).map((tag, n) => ({ sourceTag: tag, onlyDependOnLibsWithTags: n ? below(n) : ['none'] })),
          { sourceTag: 'row:app', onlyDependOnLibsWithTags: [...below(9), 'scope:db', 'scope:seeds'] },
          { sourceTag: 'scope:seeds', onlyDependOnLibsWithTags: [...below(9), 'scope:db'] },
          { sourceTag: 'scope:db', onlyDependOnLibsWithTags: ['none'] },
          { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['none'] },
          { sourceTag: 'scope:bench', onlyDependOnLibsWithTags: [...below(9), 'scope:db', 'scope:seeds', 'scope:e2e'] },
        ],
      }],
    },
  },
  { files: ['{apps,db,e2e,bench}/**/*.{ts,tsx}'], rules: no([]) },
  // the three floors of a room
  { files: ['libs/*/contract/**'], rules: no([{ regex: '^(?!zod$|\\./|(\\.\\./)+[^/]+\\.ts$|@zhixing/[a-z]+/contract$)', message: 'A contract imports only zod and other contracts.' }], HOST_CLOCK) },
  { files: ['libs/*/contract/**/*.test.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['libs/*/web/**'], rules: no([NODE, floorUp('api')]) },
  { files: ['libs/*/api/**'], rules: no([REACT, floorUp('web')], HOST_CLOCK) },
  // size of a file: split by resource
  { files: ['{apps,libs,bench}/**/*.{ts,tsx}'], rules: { 'max-lines': ['error', 300] } },
  { files: ['**/*.test.ts', 'e2e/**'], rules: { 'max-lines': ['error', 500] } },
);
