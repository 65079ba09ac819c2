import type { Config } from '../config.ts'
import type { Platform } from '../platform/context.ts'
import { connectWays, waysOf } from './channels.ts'
import { connectSms } from './smsGateway.ts'
import { connectSmtp } from './smtp.ts'

export type MessageSettings = Partial<Pick<Config, 'mail' | 'sms'>>

/** Connects what the settings name. @returns how to end it */
export function connectMessages(platform: Platform, { mail, sms }: MessageSettings): () => void {
  connectWays(platform, { email: mail ? connectSmtp(mail) : null, sms: sms ? connectSms(sms) : null })
  return () => {
    const ways = waysOf(platform)
    ways.email?.close()
    ways.sms?.close()
  }
}
