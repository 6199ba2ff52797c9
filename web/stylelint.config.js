export default {
  extends: ['stylelint-config-recommended'],
  plugins: ['@stylistic/stylelint-plugin'],
  rules: {
    // The cascade is in the order of the files, and of what a rule refines.
    'no-descending-specificity': null,
    'selector-class-pattern': '^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9-]+)?(--[a-z0-9-]+)?$',
    'unit-disallowed-list': ['pt', 'cm', 'mm', 'in'],
    '@stylistic/block-opening-brace-space-before': 'always',
    '@stylistic/declaration-block-trailing-semicolon': 'always',
    '@stylistic/declaration-colon-space-after': 'always-single-line',
    '@stylistic/indentation': 2,
    '@stylistic/max-empty-lines': 1,
    '@stylistic/no-eol-whitespace': true,
    '@stylistic/no-missing-end-of-source-newline': true,
  },
};
