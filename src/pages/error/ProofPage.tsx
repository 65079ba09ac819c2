import { type ProofAsked, PROOF_FIELD } from '../../platform/http/proof.ts'
import type { Frame } from '../../platform/ui/frame.ts'
import { Layout } from '../../platform/ui/Layout.tsx'
import { proofTexts } from './proofTexts.ts'
import type { RequestAgain } from './requestAgain.ts'

interface ProofPageProps {
  frame: Frame
  asked: ProofAsked
  request: RequestAgain
}

/**
 * While programs attack: a device that can compute goes on by itself after a moment, every other one after a wait. Nothing is
 * to be recognised or solved by a person.
 */
export function ProofPage({ frame, asked, request: { address, fields } }: ProofPageProps) {
  const texts = proofTexts[frame.lang]
  return (
    <Layout frame={frame} title={texts.title}>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <form
        class="block"
        method="post"
        action={address}
        data-work={asked.seed}
        data-parts={asked.parts}
        data-bits={asked.bits}
        data-wait-seconds={asked.waitSeconds}
        data-computing={texts.computing}
      >
        {fields
          .filter(([name]) => name !== PROOF_FIELD)
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <input type="hidden" name={PROOF_FIELD} value={asked.ticket} />
        <p>
          <output data-work-told>{texts.wait(asked.waitSeconds)}</output>
        </p>
        <p class="actions">
          <button class="kern-btn kern-btn--primary" type="submit">
            <span class="kern-label">{texts.button}</span>
          </button>
        </p>
      </form>
    </Layout>
  )
}
