import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { HelpInput } from '../../../src/callbacks/alarm/contract.ts'
import { announce } from '../../platform/announce.ts'
import { riskApi } from './queries.ts'

/** What a lead does about promises at risk; afterwards the page shows what the server made of it. */
export function useHelp(onDone: () => void) {
  const client = useQueryClient()
  const refresh = () =>
    Promise.all(['board', 'callbacks'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  return useMutation({
    mutationFn: (acts: HelpInput['acts']) => riskApi.help({ acts }),
    async onSuccess({ sentence, refused }) {
      await refresh()
      announce([sentence, ...refused.map(refusalText)].join(' '))
      onDone()
    },
    onError: refresh,
  })
}

export const refusalText = ({ caseNumber, message }: { caseNumber: string; message: string }): string =>
  `${caseNumber}: ${message}`
