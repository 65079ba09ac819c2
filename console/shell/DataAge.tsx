import { spokenAgo } from '../../src/shared/germanTime.ts'
import { useLink, type LinkState } from '../platform/live.ts'
import { useNow } from '../platform/now.ts'
import { StatusWord } from '../ui/index.ts'

/** Says how old the shown data is while the live link is lost; silent otherwise. */
export function DataAge() {
  const link = useLink()
  return <output className="header__age">{!link.connected && <Lost link={link} />}</output>
}

function Lost({ link }: { link: Extract<LinkState, { connected: false }> }) {
  const now = useNow()
  // A change of network is over in a moment; nobody needs to hear of it.
  if (now - link.since < 2000) return null
  return <StatusWord tone="warn">Verbindung unterbrochen, Stand {spokenAgo(link.since, now)}</StatusWord>
}
