#!/bin/sh
# Makes the placeholder announcements and the waiting music (needs espeak-ng and sox).
# The results are committed; run it again only to change a text. A city records its own voice:
# WAV, 8 kHz, mono, 16 bit, same file names.
set -eu
cd "$(dirname "$0")"
mkdir -p freizeichen freizeichen-musik

say() { # name text
  espeak-ng -v de -s 150 -p 45 --stdout "$2" | sox - -r 8000 -c 1 -b 16 "freizeichen/$1.wav" highpass 150 gain -n -6 pad 0.2 0.2
}
say begruessung "Guten Tag. Sie sind mit der Stadtverwaltung verbunden. Bitte warten Sie einen Moment."
say warten "Bitte haben Sie noch etwas Geduld. Sie werden gleich verbunden."
say rueckruf "Alle Plätze sind gerade besetzt. Drücken Sie die Eins, dann rufen wir Sie zurück."
say rueckruf-bestaetigt "Vielen Dank. Wir rufen Sie zurück."
say geschlossen "Guten Tag. Sie rufen außerhalb unserer Servicezeiten an. Bitte versuchen Sie es während der Servicezeiten erneut."
say stoerung "Guten Tag. Wegen einer technischen Störung können wir Ihren Anruf gerade nicht annehmen. Bitte versuchen Sie es später noch einmal."

# Four slow chords, soft attack and release, quiet: it must not tire or startle.
chord() { # file note note note
  sox -n -r 8000 -c 1 -b 16 "$1" synth 4 sine "$2" synth 4 sine mix "$3" synth 4 sine mix "$4" \
    tremolo 0.5 20 fade t 1.2 4 1.6 gain -n -16
}
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
chord "$work/1.wav" C4 E4 G4
chord "$work/2.wav" A3 C4 E4
chord "$work/3.wav" F3 A3 C4
chord "$work/4.wav" G3 B3 D4
sox "$work"/[1-4].wav -D freizeichen-musik/ruhe.wav
