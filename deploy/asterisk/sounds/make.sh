#!/bin/sh
# Makes the built-in announcements and the waiting music (needs node, espeak-ng and sox).
# The results are committed; run it again only to change a text. A city records its own voice
# in the administration (page "Ansagen").
set -eu
cd "$(dirname "$0")"
rm -rf freizeichen freizeichen-musik
mkdir -p freizeichen/en freizeichen-musik

say() { # language file text; words are put together to sentences, so silence around them is cut
  case $1 in en) voice=en-gb ;; *) voice=$1 ;; esac
  case $2 in
  */*-*[0-9] | */buchstabe-* | */zahl-*) speed=165 ;;
  *) speed=155 ;;
  esac
  espeak-ng -v "$voice" -s $speed -p 45 --stdout "$3" |
    sox -D - -r 8000 -c 1 -b 16 "$2.wav" gain -3 highpass 150 \
      silence 1 0.01 0.4% reverse silence 1 0.01 0.4% reverse gain -n -6 pad 0.03 0.09
}
tab=$(printf '\t')
node --no-warnings ../../../scripts/list-prompts.ts | while IFS="$tab" read -r lang file text; do
  say "$lang" "$file" "$text"
done
# Before a recording.
sox -n -r 8000 -c 1 -b 16 freizeichen/ton.wav synth 0.4 sine 800 fade 0.02 0.4 0.02 gain -n -12 pad 0.2 0
# Between the parts of a list.
sox -n -r 8000 -c 1 -b 16 freizeichen/pause.wav trim 0 0.4

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
