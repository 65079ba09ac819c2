import { useState } from 'react'
import type { InsertableTexts } from '../../src/cases/textModules/contract.ts'
import { Button, Dialog, TextField } from '../ui/index.ts'
import { LANGUAGES } from './languages.ts'
import './textModules.css'

interface Props {
  texts: InsertableTexts['texts']
  onChoose: (text: string) => void
  onClose: () => void
}

/** Some letters of the name and Enter insert the first that is left; Tab reaches the others. */
export function InsertDialog({ texts, onChoose, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const sought = typed.trim().toLowerCase()
  const left = texts.filter(({ name, text }) => `${name} ${text}`.toLowerCase().includes(sought))
  const [first] = left
  return (
    <Dialog title="Textbaustein einfügen" onClose={onClose}>
      <TextField
        label="Suchen"
        autoComplete="off"
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // The note may stand in a form: Enter belongs to the dialog.
          event.preventDefault()
          if (first) onChoose(first.text)
        }}
      />
      {left.length === 0 && <p>Kein Textbaustein passt dazu.</p>}
      <ul className="text-modules">
        {left.map(({ id, name, lang, text }) => (
          <li key={id}>
            <Button variant="tertiary" onClick={() => onChoose(text)}>
              {name}
              {lang !== 'de' && ` (${LANGUAGES[lang]})`}
            </Button>
            <span className="muted">{text}</span>
          </li>
        ))}
      </ul>
      <Button onClick={onClose}>Abbrechen</Button>
    </Dialog>
  )
}
