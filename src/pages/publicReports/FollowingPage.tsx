import { linkTo, type Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import type { Following } from '../../reports/index.ts'
import { germanOn } from '../germanOnly.ts'
import { publicTexts } from './texts.ts'

interface FollowingPageProps {
  frame: Frame
  link: string
  /** Null where there is nothing to follow any more. */
  following: Following | null
  /** Said first, in place of the question. */
  lead: string
}

/** Behind the link of a mail: nothing happens before a button is pressed, because programs follow links too. */
export function FollowingPage({ frame, link, following, lead }: FollowingPageProps) {
  const { confirm, back } = publicTexts[frame.lang]
  return (
    <Layout frame={frame} title={confirm.title}>
      <h1>{confirm.title}</h1>
      <p class="lead">{lead}</p>
      {following && (
        <>
          <p>
            <a href={linkTo(frame, `/meldungen/${following.report.number}`)}>
              <span {...germanOn(frame.lang)}>{following.report.category}</span>{' '}
              <span class="number">{following.report.number}</span>
            </a>
          </p>
          {!following.isConfirmed && (
            <form class="form" method="post" action={linkTo(frame, `/meldungen/folgen/${link}`)}>
              <button class="kern-btn kern-btn--primary" type="submit">
                <span class="kern-label">{confirm.button}</span>
              </button>
            </form>
          )}
          <form class="form" method="post" action={linkTo(frame, `/meldungen/folgen/${link}/ende`)}>
            <button class="kern-btn kern-btn--secondary" type="submit">
              <span class="kern-label">{confirm.stop}</span>
            </button>
          </form>
        </>
      )}
      <p class="onward">
        <a href={linkTo(frame, '/meldungen')}>{back}</a>
      </p>
    </Layout>
  )
}
