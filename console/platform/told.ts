import { useRouterState } from '@tanstack/react-router'
import { announce } from './announce.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was just done, for the page that one is led to afterwards. */
    told?: string
  }
}

/** Navigation state with a sentence that the next page shows and screen readers hear at once. */
export function telling(sentence: string): { told: string } {
  announce(sentence)
  return { told: sentence }
}

/** The sentence that the page before left for this one. */
export function useTold(): string | undefined {
  return useRouterState({ select: (state) => state.location.state.told })
}
