/** How many may be in at once: in all, and of one network. */
export interface PlaceRule {
  total: number
  perNetwork: number
}

/** Counts who is in, such as open connections. Keeps no more than one number for each network with somebody in. */
export class Places {
  readonly #rule: PlaceRule
  readonly #of = new Map<string, number>()
  #taken = 0

  constructor(rule: PlaceRule) {
    this.#rule = rule
  }

  get taken(): number {
    return this.#taken
  }

  /** @returns how to leave, callable twice; or what is full */
  enter(networks: readonly string[]): (() => void) | 'all' | 'network' {
    if (this.#taken >= this.#rule.total) return 'all'
    if (networks.some((network) => (this.#of.get(network) ?? 0) >= this.#rule.perNetwork)) return 'network'
    this.#count(networks, 1)
    let isIn = true
    return () => {
      if (isIn) this.#count(networks, -1)
      isIn = false
    }
  }

  #count(networks: readonly string[], by: 1 | -1): void {
    this.#taken += by
    for (const network of networks) {
      const now = (this.#of.get(network) ?? 0) + by
      if (now > 0) this.#of.set(network, now)
      else this.#of.delete(network)
    }
  }
}
