/** Keys of the advisory locks in one place, so that no two mean the same lock. Their values only have to be the same in every process. */
export const LOCKS = {
  migrate: 7_390_121,
  seed: 7_390_122,
  /** Held shared by every process that uses the embedded database. */
  embeddedUsers: 7_390_123,
} as const
