/** A line's greeting with the agent's name where the city left a gap ("Sie sprechen mit …"). */
export function greetingFor(greeting: string, name: string): string {
  // A new sentence right after the gap means that the gap ended one.
  return greeting.replace(/…(?=\s+\p{Lu})/u, `${name}.`).replace('…', name)
}
