/** When a report is due whose category changed: by the new category's hours, never later than whoever reported was told. */
export const dueAfterChange = (told: Date, byNewCategory: Date): Date =>
  byNewCategory < told ? byNewCategory : told

/** Whether an answer is due within half a day of service time: whoever reported has been reminded of that very time. */
export const isSoon = (
  { answeredAt, dueAt, remindedFor }: { answeredAt: Date | null; dueAt: Date; remindedFor: Date | null },
  now: Date,
): boolean => answeredAt === null && dueAt >= now && remindedFor?.getTime() === dueAt.getTime()
