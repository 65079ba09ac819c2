import type { PageLanguage } from '../../platform/ui/language.ts'

interface AppTexts {
  name: (owner: string) => string
  /** Below an icon: twelve letters are seen on most telephones. */
  shortName: (city: string) => string
  description: string
  offline: {
    title: string
    lead: string
    none: string
    call: string
  }
  list: {
    title: string
    kept: string
    waiting: string
    sent: string
    refused: string
    onePhoto: string
    /** `#` is how many. */
    photos: string
    number: string
    secret: string
    keep: string
    sendNow: string
    edit: string
    remove: string
  }
  draft: {
    /** `#` is when. */
    title: string
    goOn: string
    discard: string
  }
  photos: {
    camera: string
    pictures: string
    chosen: string
    /** `#` is its number. */
    one: string
    remove: string
    tooMany: (most: number) => string
  }
  form: {
    offline: string
    later: string
    missing: string
    full: string
    kept: string
    forget: string
    sending: string
  }
}

const de: AppTexts = {
  name: (owner) => `${owner}: Melden`,
  shortName: (city) => `${city} melden`,
  description: 'Beschwerden und Hinweise an die Stadt, mit Foto, auch ohne Netz.',
  offline: {
    title: 'Gerade kein Netz',
    lead: 'Sie können trotzdem melden: Ihr Gerät merkt sich die Meldung und schickt sie ab, sobald wieder Netz da ist.',
    none: 'Diese Seite ist erst wieder da, wenn Ihr Gerät Netz hat.',
    call: 'Oder rufen Sie uns an',
  },
  list: {
    title: 'Auf diesem Gerät',
    kept: 'Was hier steht, ist nur auf diesem Gerät gespeichert, mit Ihren Angaben und Fotos. Wer das Gerät benutzt, kann es sehen.',
    waiting: 'Wartet auf Netz',
    sent: 'Angekommen',
    refused: 'Bitte prüfen',
    onePhoto: 'mit einem Foto',
    photos: 'mit # Fotos',
    number: 'Nummer Ihrer Meldung',
    secret: 'Ihre drei Wörter',
    keep: 'Bitte notieren Sie beides, bevor Sie die Meldung vom Gerät löschen.',
    sendNow: 'Jetzt senden',
    edit: 'Angaben ändern',
    remove: 'Vom Gerät löschen',
  },
  draft: {
    title: 'Ihr Entwurf von #',
    goOn: 'Weiterschreiben',
    discard: 'Verwerfen',
  },
  photos: {
    camera: 'Foto aufnehmen',
    pictures: 'Aus Bildern wählen',
    chosen: 'Diese Fotos haben Sie gewählt',
    one: 'Foto #',
    remove: 'entfernen',
    tooMany: (most) => `Es gehen höchstens ${most} Fotos. Die übrigen sind nicht dabei.`,
  },
  form: {
    offline:
      'Gerade kein Netz. Ihre Meldung bleibt auf diesem Gerät und wird abgeschickt, sobald wieder Netz da ist.',
    later: 'Abschicken, sobald Netz da ist',
    missing: 'Bitte füllen Sie dieses Feld aus.',
    full: 'Auf diesem Gerät ist kein Platz mehr. Bitte rufen Sie uns an, oder versuchen Sie es ohne Foto.',
    kept: 'Was Sie hier eintragen, merkt sich dieses Gerät, bis Sie es abschicken, höchstens sieben Tage.',
    forget: 'Vom Gerät löschen',
    sending: 'Wird gesendet …',
  },
}

const en: AppTexts = {
  name: (owner) => `${owner}: report`,
  shortName: (city) => `${city} report`,
  description: 'Complaints and ideas for the city, with a photo, even without a connection.',
  offline: {
    title: 'No connection at the moment',
    lead: 'You can still report: your device keeps the report and sends it as soon as there is a connection.',
    none: 'This page is back when your device has a connection.',
    call: 'Or call us',
  },
  list: {
    title: 'On this device',
    kept: 'What you see here is stored on this device only, with your details and photos. Whoever uses the device can see it.',
    waiting: 'Waiting for a connection',
    sent: 'Received',
    refused: 'Please check',
    onePhoto: 'with one photo',
    photos: 'with # photos',
    number: 'Number of your report',
    secret: 'Your three words',
    keep: 'Please write both down before you delete the report from this device.',
    sendNow: 'Send now',
    edit: 'Change',
    remove: 'Delete from this device',
  },
  draft: {
    title: 'Your draft of #',
    goOn: 'Go on writing',
    discard: 'Discard',
  },
  photos: {
    camera: 'Take a photo',
    pictures: 'Choose pictures',
    chosen: 'These are the photos you chose',
    one: 'Photo #',
    remove: 'remove',
    tooMany: (most) => `There can be ${most} photos at most. The others are not included.`,
  },
  form: {
    offline:
      'No connection at the moment. Your report stays on this device and is sent as soon as there is one.',
    later: 'Send when there is a connection',
    missing: 'Please fill in this field.',
    full: 'There is no room left on this device. Please call us, or try without a photo.',
    kept: 'This device keeps what you enter until you send it, for seven days at most.',
    forget: 'Delete from this device',
    sending: 'Sending …',
  },
}

const einfach: AppTexts = {
  ...de,
  offline: {
    ...de.offline,
    title: 'Kein Internet',
    lead: 'Sie können trotzdem schreiben. Ihr Gerät schickt die Meldung später ab.',
  },
  list: {
    ...de.list,
    kept: 'Das ist nur auf diesem Gerät gespeichert. Wer das Gerät benutzt, kann es lesen.',
    waiting: 'Wartet auf Internet',
    keep: 'Bitte schreiben Sie beides auf. Erst dann löschen.',
  },
  form: {
    ...de.form,
    offline: 'Sie haben gerade kein Internet. Ihr Gerät schickt die Meldung später ab.',
    later: 'Später abschicken',
    kept: 'Dieses Gerät merkt sich, was Sie schreiben. Höchstens 7 Tage.',
  },
}

export const appTexts: Record<PageLanguage, AppTexts> = { de, en, einfach }
