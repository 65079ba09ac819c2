import { ErrorSummary, type FieldErrors } from '../../../platform/ui/ErrorSummary.tsx'
import { linkTo } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import { nameOf } from '../../services/nameOf.ts'
import { Select } from '../../../platform/ui/Select.tsx'
import type { OpenedOwn } from './openedOwn.ts'
import { ownTexts } from './texts.ts'

/** For each service with several persons: how many still come. */
export function FewerPage({
  opened: { own, booking, when },
  errors,
}: {
  opened: OpenedOwn
  errors: FieldErrors
}) {
  const { frame, chosen } = booking
  const { lang } = frame
  const texts = ownTexts[lang]
  const several = chosen.filter(({ persons }) => persons > 1)
  return (
    <Layout frame={frame} title={texts.fewer} failed={errors.length > 0}>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{texts.fewer}</h1>
      <p class="lead">{when}</p>
      <p>{texts.fewerLead}</p>
      <form class="form" method="post" action={linkTo(frame, '/termin/mein/personen')}>
        <input type="hidden" name="termin" value={own.id} />
        {several.map(({ service, persons }) => (
          <Select
            id={fieldOf(service.id)}
            name={fieldOf(service.id)}
            label={texts.persons(nameOf(service, lang))}
            value={String(persons)}
            options={upTo(persons)}
            error={errors.find(([field]) => field === fieldOf(service.id))?.[1]}
          />
        ))}
        <div class="actions">
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{texts.fewerDo}</span>
          </button>
          <a class="kern-btn kern-btn--secondary" href={linkTo(frame, '/termin/mein/ansicht')}>
            <span class="kern-label">{texts.cancelNo}</span>
          </a>
        </div>
      </form>
    </Layout>
  )
}

export const fieldOf = (serviceId: string): string => `personen-${serviceId}`

const upTo = (persons: number) =>
  Array.from({ length: persons }, (_, place) => ({ value: String(place + 1), text: String(place + 1) }))
