import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { ReportView } from '../../../src/reports/contract.ts'
import type { Box, PhotoView } from '../../../src/reports/photos/contract.ts'
import { announce } from '../../platform/announce.ts'
import { Button, Dialog, ErrorNotice } from '../../ui/index.ts'
import { between, byKey, isDrawn, MIDDLE, type Point } from './boxes.ts'
import { photosApi, pictureAddress } from './queries.ts'

interface Props {
  of: ReportView
  photo: PhotoView
  name: string
  onClose: () => void
}

/** Draws black boxes on a photo, by mouse, finger or keys. Saved, what is under them is gone for good. */
export function BlackenForm({ of, photo, name, onClose }: Props) {
  const client = useQueryClient()
  const [boxes, setBoxes] = useState<readonly Box[]>([])
  const save = useMutation({
    mutationFn: () => photosApi.blacken(of.id, photo.id, boxes),
    async onSuccess() {
      announce(`${name} ist geschwärzt.`)
      await client.invalidateQueries({ queryKey: ['reports'] })
      onClose()
    },
  })
  const change = (changed: readonly Box[]) => {
    save.reset()
    setBoxes(changed)
  }
  return (
    <Dialog
      title={`${name} schwärzen`}
      onClose={onClose}
      footer={
        <>
          <Button variant="primary" busy={save.isPending} onClick={() => save.mutate()}>
            Für immer schwärzen
          </Button>
          <Button onClick={() => change([...boxes, MIDDLE])}>Rechteck hinzufügen</Button>
          <Button onClick={onClose}>Abbrechen</Button>
        </>
      }
    >
      <p>
        Ziehen Sie Rechtecke über das Foto. Mit der Tastatur: Rechteck hinzufügen, mit den Pfeiltasten
        verschieben, mit Umschalt und Pfeiltasten größer oder kleiner machen, mit Entf entfernen.
      </p>
      <Canvas boxes={boxes} onChange={change} src={pictureAddress(of.id, photo, 'large')} name={name} />
      <ErrorNotice error={save.error} />
    </Dialog>
  )
}

interface CanvasProps {
  boxes: readonly Box[]
  onChange: (boxes: readonly Box[]) => void
  src: string
  name: string
}

function Canvas({ boxes, onChange, src, name }: CanvasProps) {
  const [start, setStart] = useState<Point | null>(null)
  const [end, setEnd] = useState<Point | null>(null)
  const drawn = start && end && between(start, end)
  const stop = () => {
    if (drawn && isDrawn(drawn)) onChange([...boxes, drawn])
    setStart(null)
    setEnd(null)
  }
  return (
    <div
      className="blacken"
      role="presentation"
      onPointerDown={(event) => {
        if (event.button !== 0 || event.target instanceof HTMLButtonElement) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setStart(pointIn(event))
        setEnd(null)
      }}
      onPointerMove={(event) => start && setEnd(pointIn(event))}
      onPointerUp={stop}
      onPointerCancel={stop}
    >
      <img className="photo-large" src={src} alt={name} draggable={false} />
      {boxes.map((box, index) => (
        <BoxButton
          // The order is the only name that a box has.
          key={index}
          number={index + 1}
          box={box}
          onChange={(changed) => onChange(boxes.flatMap((one, at) => (at === index ? (changed ?? []) : one)))}
        />
      ))}
      {drawn && <div className="blacken__box" style={placeOf(drawn)} />}
    </div>
  )
}

interface BoxButtonProps {
  number: number
  box: Box
  /** null: away with it. */
  onChange: (box: Box | null) => void
}

function BoxButton({ number, box, onChange }: BoxButtonProps) {
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => ref.current?.focus(), [])
  const press = (event: KeyboardEvent) => {
    const changed = byKey(box, event.key, event.shiftKey)
    if (changed === undefined) return
    event.preventDefault()
    onChange(changed)
  }
  const percent = (share: number): number => Math.round(share * 100)
  return (
    <button
      ref={ref}
      type="button"
      className="blacken__box"
      style={placeOf(box)}
      aria-label={`Rechteck ${number}: von links ${percent(box.left)} %, von oben ${percent(box.top)} %, breit ${percent(box.width)} %, hoch ${percent(box.height)} %`}
      onKeyDown={press}
    />
  )
}

const placeOf = ({ left, top, width, height }: Box) => ({
  left: `${left * 100}%`,
  top: `${top * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
})

/** In shares of the picture. */
function pointIn(event: PointerEvent<HTMLElement>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
}
