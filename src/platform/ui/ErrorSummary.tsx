import type { PageLanguage } from './language.ts'
import { Icon } from './Icon.tsx'
import { frameTexts } from './texts.ts'

/** Field id and sentence, in the order of the form. */
export type FieldErrors = readonly (readonly [field: string, message: string])[]

/** What is wrong, on top of the page, each sentence a link to its field. Nothing when nothing is wrong. */
export function ErrorSummary({ errors, lang }: { errors: FieldErrors; lang: PageLanguage }) {
  if (errors.length === 0) return null
  return (
    <div class="errors kern-alert kern-alert--danger" role="alert" aria-labelledby="fehler" tabindex={-1}>
      <div class="kern-alert__header">
        <Icon name="danger" />
        <h2 id="fehler" class="kern-title">
          {frameTexts[lang].errorsHeading}
        </h2>
      </div>
      <div class="kern-alert__body">
        <ul>
          {errors.map(([field, message]) => (
            <li>
              <a href={`#${field}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
