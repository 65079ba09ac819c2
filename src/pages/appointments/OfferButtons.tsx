import type { Child } from 'hono/jsx'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { spokenMoment, wallOf } from './when.ts'

interface OfferButtonsProps {
  frame: Frame
  /** Where the buttons send to. */
  path: string
  timeZone: string
  /** Epoch ms. */
  starts: readonly number[]
  /** Hidden fields of the form. */
  children?: Child
}

/** A few whole moments to choose from. */
export function OfferButtons({ frame, path, timeZone, starts, children }: OfferButtonsProps) {
  return (
    <form class="offers" method="post" action={linkTo(frame, path)}>
      {children}
      <ul>
        {starts.map((start) => (
          <li>
            <button
              class="kern-btn kern-btn--secondary"
              type="submit"
              name="start"
              value={wallOf(start, timeZone)}
            >
              <span class="kern-label">{spokenMoment(start, timeZone, frame.lang)}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}
