import './say.css'

/** On everything that belongs to a training call. */
export function PracticeMark() {
  return <p className="practice-mark">Übung, zählt nirgends</p>
}
