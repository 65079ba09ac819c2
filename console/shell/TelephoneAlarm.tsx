import { useQuery } from '@tanstack/react-query'
import { telephoneAlarm } from '../../src/telephony/contract.ts'
import { api } from '../platform/api.ts'
import { AlarmNotice } from './AlarmNotice.tsx'

const ASK_EVERY_MS = 15_000

/** On every page and the wallboard, for as long as the telephone does not work as it should. */
export function TelephoneAlarm() {
  const { data } = useQuery({
    queryKey: ['telephone'],
    queryFn: ({ signal }) => api.get('/api/v1/telephone', telephoneAlarm, { signal }),
    // Nobody tells live that another process is in charge now.
    refetchInterval: ASK_EVERY_MS,
  })
  if (!data?.alarm) return null
  return <AlarmNotice text={data.alarm} />
}
