import { useState } from 'react'
import { announce } from '../../platform/announce.ts'
import { Button, Notice, textOf } from '../../ui/index.ts'
import { targetsIn } from './planOf.ts'
import { type Fill, fillsOf, replacedIn, stayingOf, type Template, TEMPLATES } from './templates.ts'

interface Filled {
  template: Template
  fills: readonly Fill[]
  staying: readonly string[]
}

/** Fills the fields of the targets; what it replaced is said and can be taken back. */
export function Templates() {
  const [filled, setFilled] = useState<Filled | null>(null)
  const fill = (form: HTMLFormElement, template: Template) => {
    const values = new FormData(form)
    const typed = targetsIn(values).map(({ figure }) => figure)
    const fills = fillsOf(template, (field) => textOf(values, field))
    for (const { field, after } of fills) write(form, field, after)
    setFilled({ template, fills, staying: stayingOf(template, typed) })
    announce(`Die Vorlage „${template.name}“ ist eingetragen.`)
  }
  const takeBack = (form: HTMLFormElement, { fills }: Filled) => {
    // What was typed since then is not the template's, and stays.
    for (const { field, before, after } of fills)
      if (textOf(new FormData(form), field) === after) write(form, field, before)
    setFilled(null)
    announce('Die Felder sind wieder wie vorher.')
    controlOf(form, fills[0]?.field ?? '')?.focus()
  }
  return (
    <>
      <div className="form__actions">
        {TEMPLATES.map((template) => (
          <Button key={template.name} onClick={({ currentTarget: { form } }) => form && fill(form, template)}>
            Vorlage: {template.name}
          </Button>
        ))}
      </div>
      {filled && (
        <Notice tone="success">
          <p>Die Vorlage „{filled.template.name}“ ist eingetragen.</p>
          <Named what="Ersetzt" names={replacedIn(filled.fills)} />
          <Named what="Außerdem bleibt Ziel" names={filled.staying} />
          {filled.fills.length > 0 && (
            <Button onClick={({ currentTarget: { form } }) => form && takeBack(form, filled)}>
              Vorlage zurücknehmen
            </Button>
          )}
        </Notice>
      )}
    </>
  )
}

const Named = ({ what, names }: { what: string; names: readonly string[] }) =>
  names.length === 0 ? null : (
    <p>
      {what}: {names.join(', ')}.
    </p>
  )

function controlOf(form: HTMLFormElement, field: string): HTMLInputElement | HTMLSelectElement | null {
  const control = form.elements.namedItem(field)
  return control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control : null
}

function write(form: HTMLFormElement, field: string, value: string): void {
  const control = controlOf(form, field)
  if (control) control.value = value
}
