import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  apiInfo,
  appointmentCalendarRoutes,
  appointmentLengths,
  appointmentRoutes,
  appointmentSettingsRoutes,
  gateProblems,
  officeDayRoutes,
  PublicGate,
  explainRoutes,
  releasePlanRoutes,
  noticeKinds,
  noticeRoutes,
  startForgetting,
  startHoldClock,
  startReminding,
  startSettling,
} from './appointments/index.ts'
import {
  callbackJobs,
  callbackRequestRoutes,
  callbackKinds,
  callbackRoutes,
  menuDoor,
  offerRoutes,
  PromiseCheck,
  rosterRoutes,
  startForgettingRosters,
  startPromiseSweep,
  startRecordingSweep,
  startRequestForgetting,
  startWatch,
} from './callbacks/index.ts'
import { caseRoutes, startForgettingAttachments, startForgettingEmails } from './cases/index.ts'
import { catalogueRoutes } from './catalogue/index.ts'
import { cityJobs, cityRoutes, mapRoute, placeRoutes } from './city/index.ts'
import type { Config } from './config.ts'
import { deskRoutes } from './desk/index.ts'
import { leadRoutes } from './lead/index.ts'
import { apiPages, citizenPages, type PageNeeds, statusRoute } from './pages/index.ts'
import {
  connectMessages,
  createMailbox,
  messageChecks,
  type MessageSettings,
  startSending,
} from './messages/index.ts'
import { peopleRoutes, stillSignedIn } from './people/index.ts'
import type { Platform } from './platform/context.ts'
import type { Gate } from './platform/http/gate.ts'
import { openApiRoute } from './platform/http/openApiRoute.ts'
import type { ReadyCheck } from './platform/http/ready.ts'
import type { Route } from './platform/http/route.ts'
import type { JobKind } from './platform/jobs/jobs.ts'
import { liveRoute } from './platform/live/liveRoute.ts'
import { findBrowser, PdfPrinter } from './platform/pdf/pdfPrinter.ts'
import { readSiteAssets } from './platform/ui/assets.ts'
import {
  mailRoutes,
  open311Routes,
  publicMapRoutes,
  reportKinds,
  reportRoutes,
  startForgettingFollowers,
  startForgettingPhotos,
  startRemindingReporters,
  takeMail,
} from './reports/index.ts'
import { root } from './root.ts'
import { ctiJobs, ctiRoutes, startSilenceSweep } from './telephony/cti/index.ts'
import { promptRoutes } from './telephony/prompts/index.ts'
import { alarmRoute, createSwitchboard, startForgettingSalts } from './telephony/index.ts'
import { outsideRoutes } from './telephony/outside/index.ts'
import { trialJobs, trialRoutes } from './trial/index.ts'

/** Longer nobody waits for the start message; `/health/ready` says the same later. */
const CONNECTS_WITHIN_MS = 1_500

/** All rooms of the house, wired once. */
export interface Rooms {
  /** Every route of every room; the route walk reads the same list. */
  routes: readonly Route[]
  jobKinds: readonly JobKind[]
  readiness: readonly ReadyCheck[]
  /** Where the telephone system reaches this program on the same machine; known once it listens. */
  listensAt(address: string): void
  /** A sentence about announcements that the telephone system lacks; waits a moment for the first connection. */
  announcementsNote(): Promise<string | null>
  /** What stands before the public pages and the interface when too many come. */
  gate: Gate
  /** Whether this process is the one to which a proxy should send the desks. */
  inCharge(): boolean
  start(): Promise<void>
  stop(): Promise<void>
}

export function createRooms(
  platform: Platform,
  config: Pick<Config, 'ari' | 'publicUrl'> & Partial<Pick<Config, 'map' | 'chromium'>> & MessageSettings,
): Rooms {
  let address = config.ari?.mediaUrl ?? null
  const doors = { callbacks: menuDoor(platform), address: () => address }
  const switchboard = createSwitchboard(platform, config.ari, doors)
  let stopRecordingSweep = async (): Promise<void> => undefined
  let stopRequestForgetting = async (): Promise<void> => undefined
  const disconnectMessages = connectMessages(platform, config)
  const mailbox = createMailbox(platform, config.mailbox)
  let stopSending = async (): Promise<void> => undefined
  const publicGate = new PublicGate(platform)
  const promiseCheck = new PromiseCheck(platform)
  let stopSweep = async (): Promise<void> => undefined
  let stopForgettingSalts = async (): Promise<void> => undefined
  let stopPromiseSweep = async (): Promise<void> => undefined
  let stopWatch = async (): Promise<void> => undefined
  let stopHoldClock = async (): Promise<void> => undefined
  let stopForgettingEmails = async (): Promise<void> => undefined
  let stopForgettingAttachments = async (): Promise<void> => undefined
  let stopForgetting = async (): Promise<void> => undefined
  let stopForgettingRosters = async (): Promise<void> => undefined
  let stopSettling = async (): Promise<void> => undefined
  let stopReminding = async (): Promise<void> => undefined
  let stopForgettingFollowers = async (): Promise<void> => undefined
  let stopForgettingPhotos = async (): Promise<void> => undefined
  let stopRemindingReporters = async (): Promise<void> => undefined
  const readiness: readonly ReadyCheck[] = [
    { name: 'telephone', required: false, missing: async () => switchboard.missing() },
    { name: 'promises', required: false, missing: promiseCheck.missing, light: promiseCheck.light },
    { name: 'announcements', required: false, missing: async () => switchboard.missingPrompts() },
    ...messageChecks(platform),
    mailbox.check,
  ]
  let listening: string | null = null
  const browser = findBrowser(config.chromium ?? null)
  const pages = {
    pdf: browser === null ? null : new PdfPrinter(browser, () => listening),
    assets: readSiteAssets(join(root, 'dist/public')),
    queue: switchboard,
    publicUrl: config.publicUrl,
    map: config.map ?? null,
    checks: readiness,
  }
  return {
    routes: documented(pages, [
      ...cityRoutes,
      ...placeRoutes,
      mapRoute(config.map ?? null),
      ...catalogueRoutes(appointmentLengths),
      ...peopleRoutes({ tls: config.publicUrl?.startsWith('https:') ?? false }),
      ...ctiRoutes(config),
      ...outsideRoutes,
      ...promptRoutes,
      ...caseRoutes,
      ...callbackRoutes(switchboard),
      ...callbackRequestRoutes(gateProblems),
      ...rosterRoutes,
      ...offerRoutes,
      ...appointmentRoutes,
      ...appointmentCalendarRoutes(config),
      ...appointmentSettingsRoutes,
      ...officeDayRoutes,
      ...explainRoutes,
      ...noticeRoutes,
      ...releasePlanRoutes,
      // Before the report whose id would be 'map'.
      ...publicMapRoutes,
      ...reportRoutes,
      ...mailRoutes,
      ...open311Routes(config.publicUrl),
      ...deskRoutes(switchboard),
      alarmRoute(switchboard),
      ...leadRoutes(switchboard),
      liveRoute({ stillSignedIn }),
      ...trialRoutes(platform, switchboard),
      statusRoute(pages),
      ...citizenPages(pages),
    ]),
    jobKinds: [
      ...cityJobs(platform),
      ...ctiJobs(platform),
      ...callbackJobs(platform),
      ...trialJobs(platform),
    ],
    readiness,
    listensAt: (own) => {
      listening = own
      address ??= own
      // Links in messages lead here, so none is sent before.
      const site = config.publicUrl ?? own
      const kinds = [...noticeKinds(site), ...callbackKinds(site), ...reportKinds(site)]
      stopSending = startSending(platform, kinds)
      mailbox.start({ kinds: new Map(kinds.map((kind) => [kind.name, kind])), take: takeMail })
    },
    announcementsNote: async () => {
      const until = performance.now() + CONNECTS_WITHIN_MS
      while (config.ari && switchboard.missing() !== null && performance.now() < until) await sleep(50)
      return switchboard.missingPrompts()
    },
    gate: publicGate.gate,
    inCharge: () => switchboard.inCharge(),
    start: async () => {
      await switchboard.start()
      publicGate.start()
      stopSweep = startSilenceSweep(platform)
      stopForgettingSalts = startForgettingSalts(platform)
      stopPromiseSweep = startPromiseSweep(platform)
      stopWatch = startWatch(platform)
      promiseCheck.start()
      stopRecordingSweep = startRecordingSweep(platform)
      stopRequestForgetting = startRequestForgetting(platform)
      stopHoldClock = startHoldClock(platform)
      stopForgetting = startForgetting(platform)
      stopForgettingRosters = startForgettingRosters(platform)
      stopForgettingEmails = startForgettingEmails(platform)
      stopForgettingAttachments = startForgettingAttachments(platform)
      stopSettling = startSettling(platform)
      stopReminding = startReminding(platform)
      stopForgettingFollowers = startForgettingFollowers(platform)
      stopForgettingPhotos = startForgettingPhotos(platform)
      stopRemindingReporters = startRemindingReporters(platform)
    },
    stop: async () => {
      await publicGate.stop()
      await stopSweep()
      await stopForgettingSalts()
      await stopPromiseSweep()
      await stopWatch()
      await promiseCheck.stop()
      await stopRecordingSweep()
      await stopRequestForgetting()
      await stopHoldClock()
      await stopForgetting()
      await stopForgettingRosters()
      await stopForgettingEmails()
      await stopForgettingAttachments()
      await stopSettling()
      await stopReminding()
      await stopForgettingFollowers()
      await stopForgettingPhotos()
      await stopRemindingReporters()
      await mailbox.stop()
      await stopSending()
      disconnectMessages()
      await switchboard.stop()
    },
  }
}

/** These routes, and the documentation of those among them that programs of others may use. */
const documented = (pages: PageNeeds, routes: readonly Route[]): Route[] => [
  ...routes,
  openApiRoute(routes, apiInfo),
  ...apiPages(routes, apiInfo, pages),
]
