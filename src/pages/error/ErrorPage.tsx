import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { errorTexts, failureOf } from './texts.ts'

interface ErrorPageProps {
  frame: Frame
  status: number
  /** The program's German sentence. */
  message: string
}

export function ErrorPage({ frame, status, message }: ErrorPageProps) {
  const texts = errorTexts[frame.lang]
  const failure = failureOf(status)
  return (
    <Layout frame={frame} title={texts.headings[failure]} failed>
      <h1>{texts.headings[failure]}</h1>
      <p class="lead">{texts.sentences?.[failure] ?? message}</p>
      <p class="onward">
        <a class="kern-btn kern-btn--primary" href={linkTo(frame, '/')}>
          <span class="kern-label">{texts.home}</span>
        </a>
      </p>
    </Layout>
  )
}
