/** A played caller: what they say, in order, and the number they seem to call from. */
export interface TrainingScript {
  purpose: 'service' | 'report'
  /** From the ranges that the Bundesnetzagentur keeps free for film and television. */
  number: string
  lines: readonly string[]
}

export const TRAINING_SCRIPTS = [
  {
    purpose: 'service',
    number: '+493023125001',
    lines: [
      'Guten Tag, hier ist Jana Beispiel. Mein Personalausweis läuft im Januar ab. Kann ich das online machen?',
      'Ach so, ich muss also vorbeikommen. Was muss ich denn mitbringen?',
      'Ein Passbild habe ich noch, das ist aber schon zwei Jahre alt. Geht das?',
      'Können Sie mich wegen eines Termins zurückrufen? Unter dieser Nummer, am liebsten nachmittags.',
    ],
  },
  {
    purpose: 'service',
    number: '+491713920001',
    lines: [
      'Hallo, Muster mein Name. Ich brauche ein Führungszeugnis für die Jugendmannschaft, die ich trainiere.',
      'Das ist ein Ehrenamt. Ich habe gehört, dann kostet das nichts?',
      'Vom Verein habe ich eine Bescheinigung. Wo schicke ich die hin?',
      'Da müsste mich noch einmal jemand anrufen, der das genau weiß. Ich bin bis 16 Uhr erreichbar.',
    ],
  },
  {
    purpose: 'service',
    number: '+493023125044',
    lines: [
      'Ja, guten Morgen. Wir sind letzte Woche umgezogen und müssen uns wohl ummelden.',
      'Wir sind zu viert, zwei Kinder. Müssen da alle mitkommen?',
      'Und was ist das für eine Bestätigung vom Vermieter? Die haben wir noch nicht.',
      'Gut, dann besorge ich die erst. Mehr wollte ich gar nicht wissen, vielen Dank!',
    ],
  },
  {
    purpose: 'service',
    number: '+491713920045',
    lines: [
      'Entschuldigung, ich habe mein Portemonnaie verloren, da war der Ausweis drin!',
      'Nein, bei der Polizei war ich noch nicht. Muss ich das?',
      'Der Ausweis hat diese Online-Funktion, die sollte man doch sperren, oder?',
      'Mein Name ist Probe, Karl Probe. Bitte rufen Sie mich zurück, ich bin ganz durcheinander.',
    ],
  },
  {
    purpose: 'report',
    number: '+493023125099',
    lines: [
      'Guten Tag, ich möchte etwas melden. Bei uns in der Straße ist seit drei Tagen die Laterne aus.',
      'Das ist gleich neben der Bushaltestelle, da ist es morgens stockfinster.',
      'Die Nummer an der Laterne? Warten Sie, da steht eine Zahl: vier, eins, sieben.',
      'Schön, wenn sich jemand kümmert. Sagen Sie mir Bescheid, wenn es erledigt ist?',
    ],
  },
  {
    purpose: 'report',
    number: '+491713920099',
    lines: [
      'Hier liegt schon wieder Müll neben den Glascontainern, das ist eine Zumutung!',
      'Ein Sofa und bestimmt zehn Säcke. Das war letzten Monat auch schon so.',
      'Nein, gesehen habe ich niemanden. Sie sollen das bitte einfach abholen.',
      'Meinen Namen möchte ich nicht sagen. Auf Wiederhören.',
    ],
  },
] as const satisfies readonly TrainingScript[]

/** The script of a training call, always the same for the same call, so that nothing needs to be stored. */
export function scriptOf(callId: string): TrainingScript {
  const digits = [...callId].map((character) => Number.parseInt(character, 16) || 0)
  const sum = digits.reduce((total, digit, place) => total + digit * (place + 1), 0)
  return TRAINING_SCRIPTS[sum % TRAINING_SCRIPTS.length] ?? TRAINING_SCRIPTS[0]
}

/** What the played caller says, line by line. */
export const trainingScript = (callId: string): string[] => [...scriptOf(callId).lines]
