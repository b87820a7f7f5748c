/** What a canvas is drawn with; throws a sentence where the browser gives none, as some do against fingerprinting. */
export function contextOf(
  canvas: HTMLCanvasElement,
  settings?: CanvasRenderingContext2DSettings,
): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', settings)
  if (!context) throw new Error('This browser gives the page no canvas, so nothing can be drawn.')
  return context
}
