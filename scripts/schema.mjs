// Rewrites what is derived from the migrations: column types and db/schema.sql (the latter needs an installed PostgreSQL).
import { join } from 'node:path'
import { findPostgres } from './parts.mjs'
import { install, must, pinnedNode, root } from './setup.mjs'

install()
must(
  pinnedNode,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'db', 'tests/schema.db.test.ts'],
  {
    env: { ...process.env, REWRITE_SCHEMA: '1', TEST_POSTGRES_BIN: findPostgres()?.bin ?? '' },
  },
)
