import { guide, type Service } from '../../catalogue/index.ts'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Icon } from '../../platform/ui/Icon.tsx'
import { germanOn } from '../germanOnly.ts'
import { nameOf } from '../services/nameOf.ts'
import { bookingTexts } from './texts.ts'

/** Services that were asked for and give no appointments here: what to do instead. */
export function Refused({ refused, frame }: { refused: readonly Service[]; frame: Frame }) {
  const { lang } = frame
  return (
    <>
      {refused.map((service) => (
        <div class="announcement">
          <Icon name="info" />
          <div>
            <p>{bookingTexts[lang].services.refused(nameOf(service, lang))}</p>
            <p>
              {guide(service, lang).visitLine}{' '}
              <a href={linkTo(frame, `/leistungen/${service.id}`)} {...germanOn(lang)}>
                {nameOf(service, lang)}
              </a>
            </p>
          </div>
        </div>
      ))}
    </>
  )
}
