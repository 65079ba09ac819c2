import type { Child } from 'hono/jsx'
import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { guideTexts } from './texts.ts'

export interface Answer {
  text: string
  /** Examples of what it means. */
  such?: string
  /** Written by the city, in German. */
  german?: Readonly<Record<string, string>>
  path: string
  query?: Readonly<Record<string, string>>
}

interface Props {
  frame: Frame
  number: number
  question: string
  hint?: string
  answers: readonly Answer[]
  /** The question before; null at the first. */
  back: Readonly<Record<string, string>> | null
}

/** One question; each answer is a link, so that "back" in the browser is back here. */
export function QuestionPage({ frame, number, question, hint, answers, back }: Props) {
  const texts = guideTexts[frame.lang]
  return (
    <Layout frame={frame} title={`${texts.title} ${texts.step(number)}`}>
      <p class="muted">{texts.step(number)}</p>
      <h1>{question}</h1>
      {hint && <p>{hint}</p>}
      <ul class="choices">
        {answers.map(({ text, such, german, path, query }) => (
          <li {...german}>
            <a href={linkTo(frame, path, query)}>{text}</a>
            {such && <p class="muted">{such}</p>}
          </li>
        ))}
      </ul>
      {back && (
        <Onward>
          <a href={linkTo(frame, '/wegweiser', back)}>{texts.back}</a>
        </Onward>
      )}
    </Layout>
  )
}

export function Onward({ children }: { children: Child }) {
  return <p class="onward">{children}</p>
}
