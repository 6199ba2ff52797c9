import { createRequire } from 'node:module';

// The tools are installed below target, where a plain import would not look for them (bin/ci).
const tools = createRequire(new URL('target/node_modules/', import.meta.url));
const js = tools('@eslint/js');
const globals = tools('globals');
const stylistic = tools('@stylistic/eslint-plugin');

const sources = 'src/main/resources/web';

export default [
  { ignores: ['target/'] },
  { files: ['src/**/*.js', '*.js'] },
  js.configs.recommended,
  {
    plugins: { '@stylistic': stylistic },
    languageOptions: { ecmaVersion: 2023, sourceType: 'module' },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-constructor-return': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-promise-executor-return': 'off',
      'no-self-compare': 'error',
      'no-shadow': 'off',
      'no-unreachable-loop': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@stylistic/arrow-parens': 'error',
      '@stylistic/comma-dangle': ['error', 'only-multiline'],
      '@stylistic/eol-last': 'error',
      '@stylistic/no-multiple-empty-lines': ['error', { max: 1, maxBOF: 0, maxEOF: 0 }],
      '@stylistic/no-tabs': 'error',
      '@stylistic/no-trailing-spaces': 'error',
      '@stylistic/quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: 'always' }],
      '@stylistic/semi': 'error',
      '@stylistic/space-before-blocks': 'error',
      '@stylistic/space-infix-ops': 'error',
    },
  },
  { files: [`${sources}/**/*.js`], languageOptions: { globals: globals.browser } },
  { files: [`${sources}/worker.js`], languageOptions: { globals: globals.serviceworker } },
  // Classic scripts.
  { files: [`${sources}/embed.js`, `${sources}/view/theme.js`], languageOptions: { sourceType: 'script' } },
  { files: ['src/test/**/*.js', '*.js'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];
