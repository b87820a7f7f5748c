/**
 * Stands in for what `d3-zoom` takes of `d3-interpolate` in the built site (`vite.config.ts`): the way of a camera that
 * transitions fly. The camera moves by a timer of its own (`motion.ts`), so that nothing here is ever called. The package
 * is one module, and with it came all that charts interpolate: 6 kB of what every network waits for.
 */
export function interpolateZoom(): never {
  throw new Error('The camera moves without transitions.')
}
