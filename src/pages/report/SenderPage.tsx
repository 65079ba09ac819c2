import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { AskedSender } from '../../reports/index.ts'
import { senderTexts } from './senderTexts.ts'

interface Props {
  frame: Frame
  link: string
  /** Null where there is nothing to say any more. */
  asked: AskedSender | null
  lead: string
}

/** Behind the link of a mail: nothing happens before the button is pressed, because programs follow links too. */
export function SenderPage({ frame, link, asked, lead }: Props) {
  const { title, button, ignore, follow } = senderTexts[frame.lang]
  return (
    <Layout frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {asked && (
        <>
          <form class="form" method="post" action={linkTo(frame, `/meldung/absender/${link}`)}>
            <button class="kern-btn kern-btn--primary" type="submit">
              <span class="kern-label">{button}</span>
            </button>
          </form>
          <p>{ignore}</p>
        </>
      )}
      <p class="onward">
        <a href={linkTo(frame, '/meldung')}>{follow}</a>
      </p>
    </Layout>
  )
}
