import { defineConfig } from 'vitest/config'

const shared = { oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } } as const

/** A timing never fails a test: whatever ends at all may take its time on a busy machine. */
const PATIENCE = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } }

// `unit` needs nothing, `db` a PostgreSQL (its own embedded one, or TEST_DATABASE_URL), the others more; scripts/test.mjs knows what.
export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'console/**/*.test.ts', 'tests/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
          ...PATIENCE,
        },
      },
      {
        ...shared,
        test: {
          name: 'db',
          include: ['src/**/*.db.test.ts', 'tests/*.db.test.ts', 'tests/simulation/*.db.test.ts'],
          globalSetup: 'tests/kit/globalSetup.ts',
          ...PATIENCE,
        },
      },
      {
        ...shared,
        test: {
          name: 'mail',
          include: ['tests/mail/**/*.test.ts'],
          globalSetup: 'tests/kit/globalSetup.ts',
          ...PATIENCE,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One mail server per machine.
          fileParallelism: false,
        },
      },
      ...['e2e', 'sip', 'faults'].map((name) => ({
        ...shared,
        test: {
          name,
          include: [`tests/${name}/**/*.test.ts`],
          ...PATIENCE,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      })),
    ],
  },
})
