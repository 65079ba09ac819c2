import { type Frame, linkTo } from '../../../platform/ui/frame.ts'
import { Layout } from '../../../platform/ui/Layout.tsx'
import { Notice } from './Notice.tsx'
import { ownTexts } from './texts.ts'

interface TimePageProps {
  frame: Frame
  /** The callback. */
  id: string
  /** `window`: its two moments, as the form sends them. */
  times: readonly { window: string; text: string }[]
  notice: string | null
}

/** Other windows, each a button; the old one stands until another is pressed. */
export function TimePage({ frame, id, times, notice }: TimePageProps) {
  const texts = ownTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.timeTitle} failed={notice !== null}>
      <h1>{texts.timeTitle}</h1>
      <Notice text={notice} />
      <p class="lead">{times.length === 0 ? texts.timeNone : texts.timeLead}</p>
      {times.length > 0 && (
        <form class="offers block" method="post" action={linkTo(frame, '/anliegen/rueckruf/zeit')}>
          <input type="hidden" name="rueckruf" value={id} />
          <ul>
            {times.map(({ window, text }) => (
              <li>
                <button class="kern-btn kern-btn--secondary" type="submit" name="start" value={window}>
                  <span class="kern-label">{text}</span>
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      <p class="onward">
        <a href={linkTo(frame, '/anliegen/rueckruf')}>{texts.back}</a>
      </p>
    </Layout>
  )
}
