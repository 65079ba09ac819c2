// One line for each announcement: language, file below `deploy/asterisk/sounds`, text. For deploy/asterisk/sounds/make.sh.
import { PROMPTS, soundFileOf } from '../src/telephony/prompts/registry.ts'

for (const { name, lang, text } of PROMPTS)
  process.stdout.write(`${lang}\t${soundFileOf(name, lang)}\t${text}\n`)
