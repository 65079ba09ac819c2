/** Why somebody takes no calls, in a word; the first four are chosen by people, the others noticed by the machine. */
export const notReadyWords = {
  break: 'Pause',
  'follow-up': 'Nachbearbeitung',
  meeting: 'Besprechung',
  technical: 'Technik',
  interrupted: 'unterbrochen',
  unanswered: 'nicht angenommen',
} as const
