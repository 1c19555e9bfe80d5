// What ESLint looks for in the site's scripts and in the tests. How code is laid out is Prettier's business.
import js from '@eslint/js';
import globals from 'globals';

/** Faults that are easily made in code like this, beyond those that ESLint recommends to look for. */
const faults = {
  'array-callback-return': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }], // `!= null`: neither null nor undefined
  'no-constructor-return': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-self-compare': 'error',
  'no-shadow': 'error',
  'no-template-curly-in-string': 'error',
  'no-throw-literal': 'error',
  'no-unreachable-loop': 'error',
  // The rest of an object without some of its properties.
  'no-unused-vars': ['error', { ignoreRestSiblings: true }],
  'no-var': 'error',
  // What a function reads that is made before it has a value cannot be constant.
  'prefer-const': ['error', { ignoreReadBeforeAssign: true }],
  'prefer-promise-reject-errors': 'error',
  radix: 'error',
};

const message = 'Wait for what is to happen. Where time itself is tested, disable this rule for the line and say why.';
const is_asked_again = ':matches(WhileStatement, ForStatement) *';
/** A wait for a length of time is too short on a slow machine and too long on others; one in a loop that looks again is none. */
const fixed_waits = [
  { selector: 'CallExpression[callee.property.name="waitForTimeout"]', message },
  { selector: `AwaitExpression:not(${is_asked_again}) > CallExpression[callee.name=/^(delay|sleep)$/]`, message },
  {
    selector: `NewExpression[callee.name="Promise"]:not(${is_asked_again}) > ArrowFunctionExpression > CallExpression[callee.name="setTimeout"]`,
    message,
  },
];

/** @param {string} folder of web/ @param {string[]} others of which its files may import */
const may_import = (folder, ...others) => ({
  files: [`web/${folder}/**/*.js`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ['../*', ...others.map((other) => `!../${other}`)],
            message: `web/${folder} is a bundle of its own: it imports of itself${others.map((other) => ` and of web/${other}`).join('')}; what several bundles need stands in web/base.`,
          },
        ],
      },
    ],
  },
});

export default [
  { ignores: ['build/', 'node_modules/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { ecmaVersion: 2025 },
    rules: faults,
  },
  { files: ['web/**'], languageOptions: { globals: globals.browser } },
  may_import('base'),
  may_import('navigation', 'base'),
  may_import('page', 'base', 'navigation'),
  may_import('forms', 'base'),
  may_import('lightbox', 'base'),
  may_import('painted', 'base'),
  // What tests have a page do stands among them.
  { files: ['tests/**'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  { files: ['tests/**'], ignores: ['tests/bench/**'], rules: { 'no-restricted-syntax': ['error', ...fixed_waits] } },
];
