import type { DeskTalk } from '../../src/desk/contract.ts'
import { useFunctionKeys } from '../desk/useFunctionKeys.ts'
import type { TalkActions } from './talkApi.ts'

/** The keys shown on the buttons. @param choose opens the list of targets; @param live whether there is a call */
export function useTalkKeys(talk: DeskTalk | null, actions: TalkActions, choose: () => void): void {
  const run = (kind: 'hold' | 'take-back' | 'hand-over' | 'confer') => () => {
    if (!actions.isPending) actions.mutate({ kind })
  }
  const keys = () => {
    switch (talk?.stage) {
      case 'together':
        return { F7: run('hold'), F1: choose }
      case 'held':
        return { F7: run('take-back'), F1: choose }
      case 'asking':
        return { F7: run('take-back'), ...(talk.passOn ? {} : { F1: run('hand-over') }) }
      case 'consulting':
        return { F7: run('take-back'), F1: run('hand-over'), 'Shift+F1': run('confer') } as const
      case 'conference':
        return { F7: run('take-back') }
      case undefined:
        return {}
    }
  }
  useFunctionKeys(keys())
}
