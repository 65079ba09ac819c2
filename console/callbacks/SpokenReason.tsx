import type { CallbackView } from '../../src/callbacks/contract.ts'
import { Card } from '../ui/index.ts'

/** What the citizen spoke on tape; nothing without a recording. Each hearing is in the audit trail. */
export function SpokenReason({ view: { item, recording } }: { view: CallbackView }) {
  if (!recording) return null
  const seconds = Math.max(1, Math.round(recording.durationMs / 1000))
  return (
    <Card title="Auf Band gesprochen">
      <p className="muted">
        {seconds === 1 ? 'Eine Sekunde' : `${seconds} Sekunden`}. Wird eine Woche nach dem Abschluss gelöscht,
        spätestens nach 90 Tagen. Das Anhören steht im Protokoll.
      </p>
      {/* Nobody has written down what was said. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio
        controls
        preload="none"
        aria-label="Aufnahme des Anliegens anhören"
        src={`/api/v1/callbacks/${item.id}/recording`}
      />
    </Card>
  )
}
