/** A PostgreSQL of our own that failed to come up; the message is one sentence for the administrator. */
export class EmbeddedDatabaseError extends Error {}
