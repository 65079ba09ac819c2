import type { Box } from './contract.ts'

/** A box in whole pixels: every pixel that it touches, and none outside the picture. */
export function pixelsOf(
  box: Box,
  picture: { width: number; height: number },
): { left: number; top: number; width: number; height: number } {
  const [left, right] = span(box.left, box.width, picture.width)
  const [top, bottom] = span(box.top, box.height, picture.height)
  return { left, top, width: right - left, height: bottom - top }
}

/** From the beginning of the first pixel to the end of the last one. */
function span(from: number, length: number, pixels: number): [number, number] {
  const end = Math.min(pixels, Math.ceil(Math.min(1, from + length) * pixels))
  return [Math.min(end, Math.floor(from * pixels)), end]
}
