import type { PublicStatus } from '../../cases/index.ts'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Icon } from '../../platform/ui/Icon.tsx'
import { Layout } from '../../platform/ui/Layout.tsx'
import { type Calling, makesCallbacks } from '../calling.ts'
import { CallLines } from '../CallLines.tsx'
import { Actions } from './own/Actions.tsx'
import { Notice } from './own/Notice.tsx'
import { statusTexts } from './texts.ts'

interface StatusPageProps {
  frame: Frame
  status: PublicStatus
  calling: Calling
  /** When the request was taken down, as spoken: 'Montag, 23. November'. */
  since: string
  /** How far the owed call is, where this browser has opened it; null: only to be looked at. */
  control: 'open' | 'calling' | 'done' | null
  /** What has just been changed, or why not. */
  notice: string | null
}

/** Where a call is promised already, another one would only confuse. */
function AskForCall({ frame, calling }: Pick<StatusPageProps, 'frame' | 'calling'>) {
  const texts = statusTexts[frame.lang]
  if (!makesCallbacks(calling)) return null
  return (
    <p class="now">
      {texts.callback} <a href={linkTo(frame, '/rueckruf')}>{texts.callbackLink}</a>
    </p>
  )
}

/** How it stands, what was promised, what happens next, and how to reach somebody. */
export function StatusPage({ frame, status, calling, since, control, notice }: StatusPageProps) {
  const texts = statusTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.resultTitle}>
      <h1>
        {texts.resultTitle} <span class="number">{status.number}</span>
      </h1>
      <Notice text={notice} />
      <div class="answer">
        <p>
          <strong>{status.stateText}</strong>
        </p>
        {status.promiseText && <p>{status.promiseText}</p>}
        {status.appointmentText && <p>{status.appointmentText}</p>}
      </div>
      <p class="block muted">{texts.since(since)}</p>
      {status.practice && (
        <p class="block state">
          <Icon name="info" />
          <span>{texts.practice}</span>
        </p>
      )}
      {status.nextSteps.length > 0 && (
        <section class="block" aria-labelledby="weiter">
          <h2 id="weiter">{texts.next}</h2>
          {status.nextSteps.map((step) => (
            <p>{step}</p>
          ))}
        </section>
      )}
      {control && <Actions frame={frame} state={control} />}
      <section class="block next" aria-labelledby="kontakt">
        <h2 id="kontakt">{texts.contact}</h2>
        <CallLines calling={calling} lang={frame.lang} heading="h3" />
        {!status.promiseText && <AskForCall frame={frame} calling={calling} />}
      </section>
      <p class="onward">
        <a href={linkTo(frame, '/anliegen')}>{texts.again}</a>
      </p>
    </Layout>
  )
}
