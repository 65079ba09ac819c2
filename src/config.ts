import { resolve } from 'node:path'
import { z } from 'zod'

/** Digits only: `0x10`, `1e3` or a blank would be numbers too, and nobody means them. */
const wholeNumber = (least: number, most: number) => {
  const between = `muss zwischen ${least} und ${most} liegen`
  return z
    .string()
    .regex(/^-?\d+([.,]\d+)?$/, { error: 'muss eine Zahl sein', abort: true })
    .regex(/^-?\d+$/, { error: 'muss eine ganze Zahl sein', abort: true })
    .transform(Number)
    .pipe(z.number().min(least, between).max(most, between))
}

const switchValue = z
  .enum(['0', '1', 'false', 'true'], { error: 'muss 0 oder 1 sein' })
  .transform((v) => v === '1' || v === 'true')

/** Every setting, its check and its default. `.env.example` lists the same names. */
const schema = z
  .object({
    PORT: wholeNumber(0, 65_535).default(8080),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'muss mit http:// oder https:// beginnen' }).optional(),
    TRUST_PROXY: switchValue.default(false),
    DATA_DIR: z.string().min(1).default('./data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'muss mit postgres:// beginnen' }).optional(),
    DATABASE_POOL: wholeNumber(2, 200).default(40),
    DEMO: switchValue.default(true),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'muss fatal, error, warn, info, debug, trace oder silent sein',
      })
      .default('info'),
    ARI_URL: z.url({ protocol: /^https?$/, error: 'muss mit http:// oder https:// beginnen' }).optional(),
    ARI_USER: z.string().min(1).optional(),
    ARI_PASSWORD: z.string().min(1).optional(),
    ARI_APP: z
      .string()
      .regex(/^[a-z0-9-]+$/, 'darf nur a-z, 0-9 und - enthalten')
      .default('freizeichen'),
    ARI_CITY: z.string().min(1).optional(),
    ARI_MEDIA_URL: z
      .url({ protocol: /^https?$/, error: 'muss mit http:// oder https:// beginnen' })
      .optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'muss mit smtp:// oder smtps:// beginnen' }).optional(),
    SMTP_PLAIN: switchValue.default(false),
    MAIL_FROM: z.email('muss eine E-Mail-Adresse sein, ohne Namen').optional(),
    IMAP_URL: z.url({ protocol: /^imaps?$/, error: 'muss mit imap:// oder imaps:// beginnen' }).optional(),
    IMAP_PLAIN: switchValue.default(false),
    IMAP_FOLDER: z.string().min(1).default('INBOX'),
    MAIL_INBOX: z.email('muss eine E-Mail-Adresse sein, ohne Namen').optional(),
    MAIL_TAGS: switchValue.default(false),
    MAIL_CITY: z.string().min(1).optional(),
    SMS_URL: z.url({ protocol: /^https?$/, error: 'muss mit http:// oder https:// beginnen' }).optional(),
    SMS_TOKEN: z.string().min(1).optional(),
    MAP_TILES_URL: z
      .url({ protocol: /^https?$/, error: 'muss mit http:// oder https:// beginnen' })
      .refine(
        (url) => ['{z}', '{x}', '{y}'].every((part) => url.includes(part)),
        'muss {z}, {x} und {y} enthalten',
      )
      .optional(),
    MAP_ATTRIBUTION: z.string().min(1).max(200, 'darf höchstens 200 Zeichen haben').optional(),
    CHROMIUM: z.string().startsWith('/', 'muss ein ganzer Pfad sein').optional(),
  })
  .refine((c) => !c.MAP_TILES_URL || c.MAP_ATTRIBUTION, {
    path: ['MAP_TILES_URL'],
    error: 'braucht auch MAP_ATTRIBUTION: wessen Karte das ist',
  })
  .refine((c) => !c.SMTP_URL || c.MAIL_FROM, {
    path: ['SMTP_URL'],
    error: 'braucht auch MAIL_FROM',
  })
  .refine((c) => Boolean(c.IMAP_URL) === Boolean(c.MAIL_INBOX), {
    path: ['IMAP_URL'],
    error: 'und MAIL_INBOX gehören zusammen: das Postfach und seine Adresse',
  })
  .refine((c) => !c.ARI_URL || (c.ARI_USER && c.ARI_PASSWORD), {
    path: ['ARI_URL'],
    error: 'braucht auch ARI_USER und ARI_PASSWORD',
  })

/** The interface answers below `/ari`; an address without a path means that. */
function ariUrl(given: string): string {
  const url = new URL(given)
  const path = url.pathname.replace(/\/+$/, '') || '/ari'
  return `${url.origin}${path}`
}

/** Where the telephone system's REST interface (ARI) is reached; absent when none is connected. */
export interface AriConfig {
  url: string
  user: string
  password: string
  app: string
  /** The city whose lines this telephone system carries; the only city when not named. */
  city: string | null
  /** Where the telephone system fetches a city's own announcements from us; null: on this machine. */
  mediaUrl: string | null
}

/** How e-mail leaves the house; absent when no mail server is connected. */
export interface MailConfig {
  /** 'smtp://user:password@mail.example.de:587', or smtps. */
  url: string
  /** The address mails come from. */
  from: string
  /** Send also where the mail server knows no TLS. */
  plain: boolean
  /** Where answers and what comes back are read; null: nowhere. */
  inbox: { address: string; tags: boolean } | null
}

/** The mailbox that is read; absent when none is. */
export interface MailboxConfig {
  /** 'imaps://user:password@mail.example.de:993', or imap. */
  url: string
  folder: string
  /** Under which it is written to. */
  address: string
  /** Read also where the server knows no TLS. */
  plain: boolean
  /** Whose it is; the only city when not named. */
  city: string | null
}

/** Where SMS are handed in; absent when no gateway is connected. */
export interface SmsConfig {
  url: string
  token: string | null
}

/** Where pictures of a map come from; absent when no map is offered. */
export interface MapConfig {
  /** 'https://tiles.example.de/{z}/{x}/{y}.png' */
  tilesUrl: string
  /** Whose map it is, shown beside it as plain text. */
  attribution: string
}

/** All settings of one process; durations and sizes carry their unit in the name. */
export interface Config {
  port: number
  host: string
  publicUrl: string | null
  trustProxy: boolean
  dataDir: string
  databaseUrl: string | null
  databasePool: number
  demo: boolean
  logLevel: string
  ari: AriConfig | null
  mail: MailConfig | null
  mailbox: MailboxConfig | null
  sms: SmsConfig | null
  map: MapConfig | null
  /** The browser that prints PDF; null: one at its usual place, or none. */
  chromium: string | null
}

/** A setting that makes no sense; its message is one sentence for the administrator. */
export class ConfigError extends Error {}

/**
 * Reads the settings from an environment. The only reader of `process.env`.
 * @throws ConfigError naming every wrong setting in one sentence each
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `Einstellung ${issue.path.join('.')}: ${issue.message}.`).join('\n'),
    )
  }
  const c = parsed.data
  return {
    port: c.PORT,
    host: c.HOST,
    publicUrl: c.PUBLIC_URL ?? null,
    trustProxy: c.TRUST_PROXY,
    dataDir: resolve(c.DATA_DIR),
    databaseUrl: c.DATABASE_URL ?? null,
    databasePool: c.DATABASE_POOL,
    demo: c.DEMO,
    logLevel: c.LOG_LEVEL,
    ari:
      c.ARI_URL && c.ARI_USER && c.ARI_PASSWORD
        ? {
            url: ariUrl(c.ARI_URL),
            user: c.ARI_USER,
            password: c.ARI_PASSWORD,
            app: c.ARI_APP,
            city: c.ARI_CITY ?? null,
            mediaUrl: c.ARI_MEDIA_URL ? new URL(c.ARI_MEDIA_URL).origin : null,
          }
        : null,
    mail:
      c.SMTP_URL && c.MAIL_FROM
        ? {
            url: c.SMTP_URL,
            from: c.MAIL_FROM,
            plain: c.SMTP_PLAIN,
            inbox: c.MAIL_INBOX ? { address: c.MAIL_INBOX, tags: c.MAIL_TAGS } : null,
          }
        : null,
    mailbox:
      c.IMAP_URL && c.MAIL_INBOX
        ? {
            url: c.IMAP_URL,
            folder: c.IMAP_FOLDER,
            address: c.MAIL_INBOX,
            plain: c.IMAP_PLAIN,
            city: c.MAIL_CITY ?? null,
          }
        : null,
    sms: c.SMS_URL ? { url: c.SMS_URL, token: c.SMS_TOKEN ?? null } : null,
    map:
      c.MAP_TILES_URL && c.MAP_ATTRIBUTION
        ? { tilesUrl: c.MAP_TILES_URL, attribution: c.MAP_ATTRIBUTION }
        : null,
    chromium: c.CHROMIUM ?? null,
  }
}

/** The address people open, once the server listens on `port`. */
export function addressOf({ publicUrl, host }: Pick<Config, 'publicUrl' | 'host'>, port: number): string {
  return publicUrl ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
}
