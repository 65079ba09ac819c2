import { useQuery } from '@tanstack/react-query'
import { telephoneAlarm } from '../../src/telephony/contract.ts'
import { api } from '../platform/api.ts'
import { Notice } from '../ui/index.ts'

/** On every page and the wallboard, for as long as the telephone does not work as it should. */
export function TelephoneAlarm() {
  const { data } = useQuery({
    queryKey: ['telephone'],
    queryFn: ({ signal }) => api.get('/api/v1/telephone', telephoneAlarm, { signal }),
  })
  if (!data?.alarm) return null
  return (
    <Notice tone="danger" urgent>
      {data.alarm}
    </Notice>
  )
}
