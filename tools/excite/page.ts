import { resolve } from '../../src/architectures/index'
import { targetOf } from '../../src/lab/transfer/unit-excites/aim'
import { sheetOf, type Made } from '../../src/lab/transfer/unit-excites/wall'
import { build } from '../../src/nn/build'
import { start } from '../../src/runtime/backends'
import { trainedWeights } from '../../src/runtime/trained/load'
import { Ascent, type Excited } from '../../src/runtime/training/exciting'
import type { Judge } from '../evaluate/page'

export interface Walls {
  start(): Promise<void>
  /** A picture for every channel of a part, and how much each excites its channel. */
  wall(
    model: Judge,
    part: string,
    made: Made,
    /** The side of a picture on the sheet at most. */
    tile: number,
  ): Promise<{ readonly base64: string; readonly tile: number; readonly values: readonly number[] }>
}

/** Pictures that are made together. */
const together = 32

const walls: Walls = {
  async start() {
    await start.wasm()
  },
  async wall({ id, network, options }, part, { steps, side, ...climb }, tile) {
    const whole = build(resolve(network, options).architecture)
    const trained = { base: new URL('/models/', location.href).href, id }
    const weights = await trainedWeights(trained, whole, new AbortController().signal)
    const { graph, at, position, sees } = targetOf(whole, part, side)
    const many = graph.node(at).shape[2]!
    const excited: Excited[] = []
    while (excited.length < many) {
      const channels = Array.from(
        { length: Math.min(together, many - excited.length) },
        (_, i) => excited.length + i,
      )
      const ascent = new Ascent(graph, weights, { at, position, channels, ...climb })
      await ascent.climb(steps)
      excited.push(...(await ascent.excited()))
      ascent.dispose()
      console.log(`${excited.length} of ${many}`)
    }
    const shown = Math.min(tile, sees[1])
    const pictures = excited.map(({ pixels }) => pixels)
    const sheet = sheetOf(pictures, sees, shown)
    // Colors of neighbors run into each other, unless nothing is lost (1).
    const quality = shown < 16 ? 1 : 0.7
    const blob = await sheet.convertToBlob({ type: 'image/webp', quality })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    return {
      base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
      tile: shown,
      values: excited.map(({ value }) => Number(value.toPrecision(4))),
    }
  },
}

Object.assign(window, { walls })
