import type { Config } from '../config.ts'
import type { Platform } from '../platform/context.ts'
import { signingKey } from '../platform/http/signingKey.ts'
import { connectWays, waysOf } from './channels.ts'
import { ownId } from './ownId.ts'
import { connectSms } from './smsGateway.ts'
import { connectSmtp, type SignId } from './smtp.ts'

export type MessageSettings = Partial<Pick<Config, 'mail' | 'mailbox' | 'sms'>>

/** Connects what the settings name. @returns how to end it */
export function connectMessages(platform: Platform, { mail, sms }: MessageSettings): () => void {
  const sign: SignId = async (cityId, own) => ownId(await signingKey(platform), cityId, own)
  connectWays(platform, { email: mail ? connectSmtp(mail, sign) : null, sms: sms ? connectSms(sms) : null })
  return () => {
    const ways = waysOf(platform)
    ways.email?.close()
    ways.sms?.close()
  }
}
