import type { Graph } from '../nn/graph'
import { bytesPerValue } from '../nn/totals'
import type { Backend } from './types'

/** Values that a kernel has for each of its own where it is transformed (`simd/winograd`): 4×4 for 3×3. */
const transformed = 16 / 9

/**
 * What a run needs in the worst case, in bytes.
 * @param grown how many times as many values weights have as the network says
 */
function bytesNeeded(graph: Graph, keep: 'all' | 'outputs', backend: Backend, grown = 1): number {
  const { weights, biases, batchNorm, running, fixed } = graph.totals.params
  const stored = weights + biases + batchNorm + running + fixed
  // XNNPACK packs a copy of every kernel; on the other backends the host's copy is freed after the upload.
  const copies = backend === 'wasm' ? 2 : 1
  const activations = keep === 'all' ? graph.memory.all : graph.memory.peak
  return (stored * copies * grown + activations) * bytesPerValue
}

/** Bytes that a backend can hold on this device; WASM is bound by its 32-bit addresses. */
function bytesAvailable(backend: Backend, deviceGigabytes: number): number {
  const gigabyte = 2 ** 30
  const device = (deviceGigabytes * gigabyte) / 2
  return backend === 'wasm' ? Math.min(device, 3.5 * gigabyte) : device
}

/**
 * What can be kept: all activations, only the outputs, or nothing at all.
 * @returns the choice, or a sentence that says why the network does not fit
 */
export function fit(
  graph: Graph,
  wanted: 'all' | 'outputs',
  backend: Backend,
  deviceGigabytes: number,
): { readonly keep: 'all' | 'outputs' } | { readonly refusal: string } {
  const available = bytesAvailable(backend, deviceGigabytes)
  if (wanted === 'all' && bytesNeeded(graph, 'all', backend) <= available) return { keep: 'all' }
  const needed = bytesNeeded(graph, 'outputs', backend)
  if (needed <= available) return { keep: 'outputs' }
  return {
    refusal:
      `${graph.architecture.title} needs about ${megabytes(needed)} for its weights and activations, but this ` +
      `device has only about ${megabytes(available)} for ${backend.toUpperCase()}. The graph and its numbers still ` +
      'work; a smaller input or a smaller network will run.',
  }
}

/** Whether kernels may be held in a larger form in which they are faster. */
export function mayTransform(
  graph: Graph,
  keep: 'all' | 'outputs',
  backend: Backend,
  deviceGigabytes: number,
): boolean {
  return bytesNeeded(graph, keep, backend, transformed) <= bytesAvailable(backend, deviceGigabytes)
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MB`
}
