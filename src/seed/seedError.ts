/** Something the command line cannot do; the message is one German sentence. */
export class SeedError extends Error {}
