// Asterisk sends an event twice, byte by byte the same, when the application is subscribed to both the
// channel and its endpoint (measured on 22.10.1). The second says nothing new.
const remembered = 64

export function forgetRepeats(): (text: string) => boolean {
  const recent = new Set<string>()
  return (text) => {
    if (recent.has(text)) return true
    recent.add(text)
    const [oldest] = recent
    if (recent.size > remembered && oldest !== undefined) recent.delete(oldest)
    return false
  }
}
