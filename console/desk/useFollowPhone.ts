import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSoftphone } from '../softphone/index.ts'
import { deskQuery } from './deskApi.ts'

/** What the softphone notices first (a ring, a hang-up) the desk looks up at once. */
export function useFollowPhone(): void {
  const client = useQueryClient()
  const { phone } = useSoftphone()
  useEffect(() => {
    let seen = ''
    return phone?.subscribe(() => {
      const { call, line } = phone.state()
      const now = `${line} ${call?.stage}`
      if (now === seen) return
      seen = now
      void client.invalidateQueries({ queryKey: deskQuery.queryKey })
    })
  }, [client, phone])
}
