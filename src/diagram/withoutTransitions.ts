import { selection } from 'd3-selection'

/**
 * Stands in for `d3-transition` in the built site (`vite.config.ts`). The camera moves by a timer of its own (`motion.ts`), and
 * `d3-zoom` asks that package only to end what does not run here. So it stays out, and with it what it interpolates: 4 kB of
 * what every network waits for.
 */
export function interrupt(): void {
  // No transition ever runs.
}

selection.prototype.interrupt = function (this: typeof selection) {
  return this
}
