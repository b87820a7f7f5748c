import { assemble } from './assembler'
import { convolutions } from './convolution'
import { groupings } from './grouped'
import { matrices } from './matrix'
import { normalizations } from './normalization'
import { pixels } from './pixels'
import { winograds } from './winograd'

/** The functions of our module; each takes addresses and numbers, and gives nothing. */
export type Kernels = Readonly<
  Record<
    | 'multiply'
    | 'kernelGradient'
    | 'inputGradient'
    | 'turn'
    | 'measure'
    | 'normalize'
    | 'slopes'
    | 'normalizeGradient'
    | 'groupedConvolution'
    | 'vectorByMatrix'
    | 'winogradKernel'
    | 'winogradInput'
    | 'winogradOutput'
    | 'copyPixels'
    | 'clear',
    (...values: number[]) => void
  >
>

/** Our kernels on the memory of another module. Throws where the browser has no vectors. */
export function kernelsOn(memory: WebAssembly.Memory): Kernels {
  const shared = typeof SharedArrayBuffer !== 'undefined' && memory.buffer instanceof SharedArrayBuffer
  const all = [...convolutions, ...normalizations, ...groupings, ...matrices, ...winograds, ...pixels]
  const code = assemble(all, shared)
  const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } })
  return instance.exports as Kernels
}
