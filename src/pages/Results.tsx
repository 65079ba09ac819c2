import type { ServiceSummary } from '../catalogue/index.ts'
import { linkTo, type Frame } from '../platform/ui/frame.ts'
import { germanOn } from './germanOnly.ts'
import { nameOf } from './services/nameOf.ts'
import { serviceTexts } from './services/texts.ts'

interface ResultsProps {
  frame: Frame
  /** null while nothing is searched for: then only the script writes here, and says aloud how many it found. */
  hits: readonly ServiceSummary[] | null
}

/** How many were found, and each with its answer in one sentence. */
export function Results({ frame, hits }: ResultsProps) {
  const { found } = serviceTexts[frame.lang]
  return (
    <>
      <output
        class="count"
        data-count
        data-none={found.none}
        data-one={found.one}
        data-many={found.many('#')}
      >
        {hits && countOf(hits.length, found)}
      </output>
      <ol class="results" data-results>
        {hits?.map((service) => (
          <li>
            <a href={linkTo(frame, `/leistungen/${service.id}`)} {...germanOn(frame.lang)}>
              {nameOf(service, frame.lang)}
            </a>
            <p>{service.visitLine}</p>
          </li>
        ))}
      </ol>
    </>
  )
}

function countOf(
  count: number,
  found: { none: string; one: string; many: (count: string) => string },
): string {
  if (count === 0) return found.none
  return count === 1 ? found.one : found.many(String(count))
}
