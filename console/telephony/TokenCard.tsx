import { useState } from 'react'
import type { CtiTokenView } from '../../src/telephony/cti/contract.ts'
import { Button, Card, Notice } from '../ui/index.ts'

/** The address with its token: shown once, because only its fingerprint is stored. */
export function TokenCard({ of: { source, url } }: { of: CtiTokenView }) {
  // Without PUBLIC_URL the server names only the path; the administrator's own address is the best guess then.
  const address = new URL(url, window.location.origin).href
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <Card title={`Adresse für ${source.name}`}>
      <Notice tone="warning">
        Diese Adresse wird nur jetzt gezeigt. Wer sie kennt, kann Anrufe melden. Geht sie verloren, erzeugen
        Sie eine neue.
      </Notice>
      <div className="token">
        <code>{address}</code>
        <div>
          <Button variant="primary" onClick={() => void copy()}>
            Adresse kopieren
          </Button>{' '}
          <output>{copied && 'Kopiert.'}</output>
        </div>
      </div>
    </Card>
  )
}
