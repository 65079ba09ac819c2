import { useEffect, useRef, type ReactNode } from 'react'
import type { TalkTarget, TalkTargets } from '../../src/desk/contract.ts'
import { StatusWord } from '../ui/index.ts'

interface Props {
  targets: TalkTargets
  chosen: TalkTarget | null
  onChange: (target: TalkTarget) => void
}

/** The one that most calls go to: the other line. */
export function likelyTarget({ lines, clerks, outside }: TalkTargets): TalkTarget | null {
  const line = lines.find(({ own }) => !own)
  if (line) return { to: 'line', targetId: line.id }
  const clerk = clerks.find(({ free }) => free)
  if (clerk) return { to: 'clerk', targetId: clerk.id }
  const [number] = outside
  return number ? { to: 'outside', targetId: number.id } : null
}

/** One group of radio buttons over all kinds of targets, so that the arrow keys reach every one. */
export function TargetList({ targets, chosen, onChange }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = list.current?.querySelector<HTMLElement>('input:checked')
    ;(first ?? list.current)?.focus()
  }, [])
  const { lines, clerks, outside } = targets
  const others = lines.filter(({ own }) => !own)
  const option = (to: TalkTarget['to'], targetId: string, usable: boolean, label: ReactNode) => (
    <label className="target" key={targetId}>
      <input
        type="radio"
        name="target"
        value={targetId}
        disabled={!usable}
        checked={chosen?.targetId === targetId}
        onChange={() => onChange({ to, targetId })}
      />
      {label}
    </label>
  )
  return (
    <div className="targets__lists" ref={list} tabIndex={-1} role="radiogroup" aria-label="Ziel">
      <Group title="Andere Rufnummer" empty="Es gibt keine andere Rufnummer.">
        {others.map(({ id, name, free }) =>
          option(
            'line',
            id,
            true,
            <>
              <span className="target__name">{name}</span>
              <StatusWord tone={free > 0 ? 'good' : 'busy'}>{freeText(free)}</StatusWord>
            </>,
          ),
        )}
      </Group>
      <Group title="Stadtverwaltung" empty="Zurzeit sitzt niemand am Telefon.">
        {clerks.map(({ id, name, teams, free }) =>
          option(
            'clerk',
            id,
            free,
            <>
              <span className="target__name">{name}</span>
              <span className="muted">{teams}</span>
              <StatusWord tone={free ? 'good' : 'busy'}>{free ? 'frei' : 'besetzt'}</StatusWord>
            </>,
          ),
        )}
      </Group>
      <Group title="Externe Nummer" empty="Die Verwaltung hat keine externe Nummer freigegeben.">
        {outside.map(({ id, name, purpose }) =>
          option(
            'outside',
            id,
            true,
            <>
              <span className="target__name">{name}</span>
              <span className="muted">{purpose}</span>
            </>,
          ),
        )}
      </Group>
    </div>
  )
}

function Group({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  return (
    <fieldset className="targets__group">
      <legend className="kern-label">{title}</legend>
      {children.length === 0 ? <p className="muted">{empty}</p> : children}
    </fieldset>
  )
}

function freeText(free: number): string {
  if (free === 0) return 'alle besetzt, Warteschlange'
  return free === 1 ? 'eine Person frei' : `${free} Personen frei`
}
