import { assemble } from './assembler'
import { convolutions } from './convolution'
import { groupings } from './grouped'
import { normalizations } from './normalization'
import { pixels } from './pixels'

/** The functions of our module; each takes addresses and numbers, and gives nothing. */
export type Kernels = Readonly<
  Record<
    | 'multiply'
    | 'kernelGradient'
    | 'inputGradient'
    | 'turn'
    | 'normalize'
    | 'normalizeGradient'
    | 'groupedConvolution'
    | 'copyPixels'
    | 'clear',
    (...values: number[]) => void
  >
>

/** Our kernels on the memory of another module. Throws where the browser has no vectors. */
export function kernelsOn(memory: WebAssembly.Memory): Kernels {
  const shared = typeof SharedArrayBuffer !== 'undefined' && memory.buffer instanceof SharedArrayBuffer
  const code = assemble([...convolutions, ...normalizations, ...groupings, ...pixels], shared)
  const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } })
  return instance.exports as Kernels
}
