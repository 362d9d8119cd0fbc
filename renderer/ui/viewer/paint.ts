import type { Picture } from '../../lib/reading.ts'

/** Puts a picture on a canvas, pixel by pixel: it is in memory alone. */
export function paint(canvas: HTMLCanvasElement | null, { width, height, pixels }: Picture): void {
  if (!canvas) return
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return
  const bytes = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length)
  context.putImageData(new ImageData(bytes, width, height), 0, 0)
}
