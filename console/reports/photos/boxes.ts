import type { Box } from '../../../src/reports/photos/contract.ts'

/** In shares of the picture's width and height. */
export interface Point {
  x: number
  y: number
}

/** Where a box is that was added by a button. */
export const MIDDLE: Box = { left: 0.4, top: 0.4, width: 0.2, height: 0.2 }
const STEP = 0.02
/** Smaller ones are a slip of the hand. */
const LEAST = 0.01

const within = (share: number): number => Math.min(1, Math.max(0, share))

/** The box between two corners, whichever they are; never outside the picture. */
export function between(a: Point, b: Point): Box {
  const [left, right] = [within(Math.min(a.x, b.x)), within(Math.max(a.x, b.x))]
  const [top, bottom] = [within(Math.min(a.y, b.y)), within(Math.max(a.y, b.y))]
  return { left, top, width: right - left, height: bottom - top }
}

export const isDrawn = ({ width, height }: Box): boolean => width >= LEAST && height >= LEAST

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** What a key makes of a box: moved, with `larger` another size, null for away; undefined where the key says nothing. */
export function byKey(box: Box, key: string, larger: boolean): Box | null | undefined {
  if (key === 'Delete' || key === 'Backspace') return null
  const arrow = ARROWS[key]
  if (!arrow) return undefined
  const [x, y] = arrow
  const { left, top, width, height } = box
  if (larger) return { ...box, width: sized(width + x, 1 - left), height: sized(height + y, 1 - top) }
  return { ...box, left: Math.min(within(left + x), 1 - width), top: Math.min(within(top + y), 1 - height) }
}

const sized = (share: number, most: number): number => Math.min(most, Math.max(LEAST, share))
