/** So long after the answer whoever reported can say that it is not solved; later it is a new report. */
export const OBJECT_DAYS = 30

const OBJECT_MS = OBJECT_DAYS * 86_400_000

/** Until when the answer can be objected to. */
export const objectUntil = (answeredAt: Date): Date => new Date(answeredAt.getTime() + OBJECT_MS)

/** Answers given then or earlier stand at `now`. */
export const stoodSince = (now: Date): Date => new Date(now.getTime() - OBJECT_MS)
