import type { PageLanguage } from '../../platform/ui/language.ts'
import { Icon } from '../../platform/ui/Icon.tsx'
import { type PublicReport, stateTexts } from '../../reports/index.ts'
import { publicTexts } from './texts.ts'

/** The state in words, with the sentence that says what it means. */
export function StateLine({ state, lang }: { state: PublicReport['state']; lang: PageLanguage }) {
  const { name, means } = stateTexts[lang][state]
  const isEnded = state === 'done' || state === 'not-done'
  return (
    <p class="state">
      <Icon name={isEnded ? 'success' : 'info'} />
      <span>
        <strong>{name}</strong>: {state === 'received' ? publicTexts[lang].soon : means}
      </span>
    </p>
  )
}
