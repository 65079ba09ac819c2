import type { Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { busyTexts } from './busyTexts.ts'
import type { RequestAgain } from './requestAgain.ts'

interface BusyPageProps {
  frame: Frame
  /** Too many are here, or too much comes from this network. */
  reason: 'all' | 'network'
  seconds: number
  request: RequestAgain
}

/** Not now, but soon: says when, and one button asks for the same again with everything that was typed. */
export function BusyPage({ frame, reason, seconds, request: { method, address, fields } }: BusyPageProps) {
  const texts = busyTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.titles[reason]} failed>
      <h1>{texts.titles[reason]}</h1>
      <p class="lead">{texts.again(seconds)}</p>
      <p>{texts.reasons[reason]}</p>
      {method === 'get' ? (
        <p class="actions">
          <a class="kern-btn kern-btn--primary" href={address}>
            <span class="kern-label">{texts.button}</span>
          </a>
        </p>
      ) : (
        <form class="actions" method="post" action={address}>
          {fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{texts.button}</span>
          </button>
        </form>
      )}
    </Layout>
  )
}
