const DAY_TOPICS = [
  'booked',
  'moved',
  'cancelled',
  'needs-attention',
  'squeezed-in',
  'arrived',
  'called',
  'waits-again',
  'served',
  'no-show',
  'taken-back',
]

/**
 * Which answers are old after a live message: prefix of the topic, first word of the query keys.
 * Query keys start with the word of the screen that shows them.
 */
export const topicKeys: readonly { prefix: string; keys: readonly string[] }[] = [
  { prefix: 'desk', keys: ['desk'] },
  { prefix: 'board', keys: ['board', 'lead'] },
  { prefix: 'call.', keys: ['board', 'lead'] },
  { prefix: 'telephone.', keys: ['telephone', 'desk', 'board', 'lead'] },
  { prefix: 'case.', keys: ['cases', 'callbacks', 'board'] },
  { prefix: 'callback.', keys: ['callbacks', 'cases', 'board', 'roster'] },
  { prefix: 'proposal.', keys: ['callbacks', 'board'] },
  { prefix: 'attempt.', keys: ['callbacks', 'board'] },
  // What whoever reported said of the answer is in the story of the case.
  { prefix: 'report.', keys: ['reports', 'cases'] },
  { prefix: 'report-category.', keys: ['report-categories', 'reports'] },
  { prefix: 'roster.', keys: ['roster', 'callbacks', 'desk', 'board'] },
  { prefix: 'appointment.', keys: ['cases', 'callbacks'] },
  { prefix: 'release-plan.', keys: ['release-plans'] },
  // Holds are in no list, and in a rush there are many.
  ...DAY_TOPICS.map((kind) => ({ prefix: `appointment.${kind}`, keys: ['office-day'] })),
  { prefix: 'city.', keys: ['city', 'today', 'desk'] },
  { prefix: 'hours.', keys: ['city', 'today', 'desk', 'lead', 'board', 'roster'] },
  { prefix: 'dial-permission.', keys: ['misuse', 'desk'] },
  { prefix: 'call-limits.', keys: ['misuse'] },
  {
    prefix: 'closure.',
    keys: ['city', 'today', 'desk', 'lead', 'board', 'appointment-settings', 'office-day', 'roster'],
  },
  { prefix: 'line.', keys: ['city', 'desk', 'board', 'today', 'lead'] },
  { prefix: 'announcement.', keys: ['today', 'lead', 'board'] },
  // A team's callbacks per hour make windows at the desk.
  { prefix: 'team.', keys: ['city', 'callbacks', 'desk', 'board', 'roster'] },
  { prefix: 'provider.', keys: ['city', 'accounts'] },
  { prefix: 'service.', keys: ['services', 'appointment-settings'] },
  { prefix: 'catalogue.', keys: ['services', 'appointment-settings'] },
  { prefix: 'office.', keys: ['appointment-settings', 'office-day'] },
  { prefix: 'cti-source.', keys: ['cti-sources'] },
  { prefix: 'outside-number.', keys: ['outside-numbers', 'desk'] },
  { prefix: 'text-module.', keys: ['text-modules'] },
  { prefix: 'account.', keys: ['accounts', 'me', 'roster'] },
  { prefix: 'session.', keys: ['sessions'] },
]

/** First words of the query keys that a topic makes old. */
export function keysOf(topic: string): string[] {
  return [...new Set(topicKeys.filter(({ prefix }) => topic.startsWith(prefix)).flatMap(({ keys }) => keys))]
}
