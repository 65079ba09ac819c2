/** The seed of a trial's random draws: from its id, so that nobody can choose one that suits. */
export const seedOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(-7), 16) || 1
