import { spawn } from 'node:child_process'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { end } from './postgres.ts'
import { freePort, ready } from './server.ts'

// Run as a program this file is the peer itself: the same HTTP library on the same Node, and nothing of ours.
if (process.argv[1] === import.meta.filename) {
  const app = new Hono().get('/', (c) => c.json({ answer: 'x'.repeat(500) }))
  serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: '127.0.0.1' })
}

/** A bare Hono server in a process of its own. */
export async function startBareHono(): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const port = await freePort()
  const child = spawn(process.execPath, [import.meta.filename, String(port)], { stdio: 'inherit' })
  const url = `http://127.0.0.1:${port}/`
  await ready(url, child)
  return { url, pid: child.pid ?? 0, stop: () => end(child, 'SIGTERM') }
}
