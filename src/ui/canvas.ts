/** Why nothing is drawn: some browsers give no canvas, against fingerprinting. */
export const noCanvas = 'This browser does not let the page use a canvas, so nothing can be drawn.'

let known: boolean | undefined

/** Whether the browser lets the page draw on a canvas. */
export function hasCanvas(): boolean {
  return (known ??= document.createElement('canvas').getContext('2d') !== null)
}

/** What a canvas is drawn with; throws a sentence where the browser gives none. */
export function contextOf(
  canvas: HTMLCanvasElement,
  settings?: CanvasRenderingContext2DSettings,
): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', settings)
  if (!context) throw new Error(noCanvas)
  return context
}
