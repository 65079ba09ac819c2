import { chooseIntake, saveCategory } from '../reports/index.ts'
import type { StaffContext } from '../platform/context.ts'

/** What can be reported in the demo city: examples, as cities name such things. Hours are service hours. */
const CATEGORIES = [
  {
    id: 'muell',
    name: 'Müll und Verschmutzung',
    description: 'Wilder Müll, volle Papierkörbe, Scherben',
    answerHours: 24,
    place: 'needed',
    questions: [
      {
        id: 'was',
        label: 'Was liegt dort?',
        kind: 'choices',
        required: false,
        options: [
          { id: 'sperrmuell', name: 'Sperrmüll' },
          { id: 'hausmuell', name: 'Hausmüll' },
          { id: 'scherben', name: 'Scherben' },
          { id: 'anderes', name: 'etwas anderes' },
        ],
      },
    ],
    instead: null,
  },
  {
    id: 'strasse',
    name: 'Straße und Gehweg',
    description: 'Schlaglöcher, lose Platten, fehlende Schilder',
    answerHours: 24,
    place: 'needed',
    questions: [
      {
        id: 'gefahr',
        label: 'Kann sich dort jemand verletzen?',
        kind: 'choice',
        required: true,
        options: [
          { id: 'ja', name: 'ja' },
          { id: 'nein', name: 'nein' },
        ],
      },
    ],
    instead: 'Ist jemand in Gefahr? Rufen Sie 110 oder 112.',
  },
  {
    id: 'laterne',
    name: 'Straßenlaterne oder Ampel',
    description: 'Licht aus, flackert, Mast beschädigt',
    answerHours: 24,
    place: 'needed',
    questions: [
      { id: 'mast', label: 'Nummer am Mast (wenn lesbar)', kind: 'text', required: false, options: [] },
    ],
    instead: 'Ist eine Ampel an einer großen Kreuzung ganz aus? Rufen Sie 110.',
  },
  {
    id: 'gruen',
    name: 'Bäume, Grün und Spielplatz',
    description: 'Abgebrochene Äste, kaputte Spielgeräte, zugewachsene Wege',
    answerHours: 32,
    place: 'needed',
    questions: [],
    instead: null,
  },
  {
    id: 'service',
    name: 'Beschwerde über die Verwaltung',
    description: 'Wartezeit, Freundlichkeit, ein Bescheid, den niemand versteht',
    answerHours: 40,
    place: 'none',
    questions: [],
    instead: 'Ein Widerspruch gegen einen Bescheid geht nur schriftlich: Wie, steht am Ende des Bescheids.',
  },
  {
    id: 'idee',
    name: 'Idee oder Lob',
    description: 'Was die Stadt besser machen kann, oder was gut war',
    answerHours: 60,
    place: 'asked',
    questions: [],
    instead: null,
  },
  {
    id: 'anderes',
    name: 'Etwas anderes',
    description: 'Alles, was nirgends passt',
    answerHours: 40,
    place: 'asked',
    questions: [],
    instead: null,
  },
] as const

/** @param teamId who works them */
export async function openReporting(admin: StaffContext, teamId: string): Promise<void> {
  for (const [position, { id, questions, ...category }] of CATEGORIES.entries()) {
    const asked = questions.map(({ options, ...question }) => ({ ...question, options: [...options] }))
    await saveCategory(admin, id, {
      ...category,
      questions: asked,
      teamId,
      position,
      active: true,
      published: false,
    })
  }
  await chooseIntake(admin, { category: 'anderes' })
}
