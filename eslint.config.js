import tseslint from 'typescript-eslint'

// oxlint does the rest; these two need types, and a forgotten await is how a message gets lost.
export default [
  {
    ignores: ['dist/**', 'store/generated/**', 'simulator/client/**', 'web/client/**', 'data/**', '**/*.{js,mjs,cjs}'],
  },
  {
    files: ['**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
]
