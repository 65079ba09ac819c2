import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { phoneAccount } from '../../src/desk/contract.ts'
import { api } from '../platform/api.ts'
import { useLiveMessages, type LiveMessage } from '../platform/live.ts'
import { SILENT_PHONE, type SoftphoneState } from './model.ts'
import { createSoftphone, type Softphone } from './softphone.ts'
import { useHeartbeat } from './useHeartbeat.ts'

const ANSWERS = ['telephone.connected', 'telephone.gap']

const PhoneContext = createContext<Softphone | null>(null)

/** Mounted once in the frame, so that a call lives on while pages change. */
export function SoftphoneProvider({ children }: { children: ReactNode }) {
  const [phone] = useState(() =>
    createSoftphone({
      fetchAccount: () => api.get('/api/v1/desk/phone', phoneAccount.nullable()),
    }),
  )
  useEffect(() => {
    phone.start()
    return () => phone.stop()
  }, [phone])
  return (
    <PhoneContext value={phone}>
      <Heartbeat phone={phone} />
      {children}
    </PhoneContext>
  )
}

function Heartbeat({ phone }: { phone: Softphone }) {
  useHeartbeat(usePhoneState(phone))
  useLiveMessages(
    useState(() => ({ topic }: LiveMessage) => {
      // The telephone system answers, for the first time or again, while this page was open.
      if (ANSWERS.includes(topic) && phone.state().line === 'off') phone.reconnect()
    })[0],
  )
  return null
}

function usePhoneState(phone: Softphone | null): SoftphoneState {
  return useSyncExternalStore(
    (listener) => phone?.subscribe(listener) ?? (() => undefined),
    () => phone?.state() ?? SILENT_PHONE,
  )
}

/** The softphone of this window. Pages of roles without a telephone get one that is off. */
export function useSoftphone(): { state: SoftphoneState; phone: Softphone | null } {
  const phone = use(PhoneContext)
  return { state: usePhoneState(phone), phone }
}
