import { z } from 'zod'
import { asSystem, type Platform } from '../platform/context.ts'
import type { JobKind } from '../platform/jobs/jobs.ts'
import { repeat } from '../platform/jobs/repeat.ts'
import { decideDue, sweepPromises } from './promises/decideDue.ts'
import { PROMISE_DUE } from './promises/promiseCallback.ts'
import { CALL_UNANSWERED } from '../telephony/index.ts'
import { proposeCallback } from './proposals/proposeCallback.ts'
import { sweepProposals } from './proposals/withdrawProposals.ts'
import { forgetRequests } from './request/forgetRequests.ts'
import { removeKeys } from './notices/keyStore.ts'
import { sweepStandIns } from './worklist/standIn.ts'
import { deleteDueRecordings } from './menu/spokenReason.ts'

const promiseDue = z.object({ cityId: z.string(), callbackId: z.uuid() })

const callUnanswered = z.object({ cityId: z.string(), callId: z.uuid() })

export const callbackJobs = (platform: Platform): readonly JobKind[] => [
  {
    name: PROMISE_DUE,
    data: promiseDue,
    run(data) {
      const { cityId, callbackId } = promiseDue.parse(data)
      return decideDue(asSystem(platform, cityId), callbackId)
    },
  },
  {
    name: CALL_UNANSWERED,
    data: callUnanswered,
    run(data) {
      const { cityId, callId } = callUnanswered.parse(data)
      return proposeCallback(asSystem(platform, cityId), callId)
    },
  },
]

const SWEEP_MS = 15_000
const DELETE_EVERY_MS = 3_600_000

/** Deletes recordings and keys that are due, now and every hour. @returns how to stop it */
export const startRecordingSweep = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, DELETE_EVERY_MS, 'deletion of recordings and keys', async () => {
    await deleteDueRecordings(platform)
    await removeKeys(platform.db, platform.clock.now())
  })

/** Forgets requests from the web, now and every hour. @returns how to stop it */
export const startRequestForgetting = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, DELETE_EVERY_MS, 'forgetting of requests', () => forgetRequests(platform))

/** Decides passed promises, ends proposals that are not needed and looks after work whose named person is away, now and every 15 seconds. @returns how to stop it; resolves when the running sweep is over */
export const startPromiseSweep = (platform: Platform): (() => Promise<void>) =>
  repeat(platform, SWEEP_MS, 'sweep of promises and proposals', async () => {
    await sweepPromises(platform)
    await sweepProposals(platform)
    await sweepStandIns(platform)
  })
