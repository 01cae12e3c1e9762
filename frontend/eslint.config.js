import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import globals from 'globals'

/** @param {string} from @param {string} other */
const never = (from, other) => ({
  files: [`src/${from}/**/*.{js,vue}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: [`**/${other}/**`], message: `${from} and ${other} meet only in shared.` },
        ],
      },
    ],
  },
})

/** One place fetches: `src/shared/api`. */
const oneFetcher = [
  { name: 'fetch', message: 'Only src/shared/api fetches.' },
  { name: 'EventSource', message: 'Use src/shared/api/live.js.' },
  { name: 'XMLHttpRequest', message: 'Only src/shared/api fetches.' },
]

export default [
  {
    ignores: [
      'dist/',
      'node_modules/',
      'src/components.d.ts',
      'test-results/',
      'playwright-report/',
    ],
  },
  js.configs.recommended,
  ...vue.configs['flat/recommended'],
  ...a11y.configs['flat/recommended'],
  {
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-globals': ['error', ...oneFetcher],
      'vue/no-v-html': 'error',
      'vue/no-undef-properties': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-static-inline-styles': 'error',
      'vuejs-accessibility/label-has-for': [
        'error',
        { required: { some: ['nesting', 'id'] }, allowChildren: true },
      ],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      // Prettier owns the shape of the text.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
    },
  },
  { files: ['src/shared/api/**/*.js'], rules: { 'no-restricted-globals': 'off' } },
  never('desk', 'field'),
  never('field', 'desk'),
  {
    files: ['src/shared/**/*.{js,vue}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/desk/**', '**/field/**'], message: 'shared knows neither face.' },
            { group: ['element-plus*', 'vant*'], message: 'shared carries no kit.' },
          ],
        },
      ],
    },
  },
  {
    files: ['*.config.js', 'tools/**', 'e2e/**', '**/*.test.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { 'no-restricted-globals': 'off' },
  },
  { files: ['src/field/sw.js'], languageOptions: { globals: globals.serviceworker } },
]
