// A figure as a PNG, at twice the pixels of the screen so that it can be printed.
import { canvasSurface } from './canvas-surface.ts'
import type { Figure, FigureInks, FigureSize } from './surface.ts'

const SCALE = 2

export async function figureAsPng(
  figure: Figure,
  size: FigureSize,
  inks: FigureInks,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(size.width * SCALE, size.height * SCALE)
  const context = canvas.getContext('2d')!
  context.scale(SCALE, SCALE)
  // An offscreen context draws all that one on the page does, but its type is another.
  const surface = canvasSurface(context as unknown as CanvasRenderingContext2D, inks)
  surface.rectangle(0, 0, size.width, size.height, inks.ground)
  figure(surface, size, inks)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}
