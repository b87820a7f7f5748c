import type { Lane } from '../../../runtime/lane'
import { batchOf } from '../../shared/drawings/batch'
import { draw } from '../../shared/drawings/drawings'
import { honest } from './flow'
import { type Answer, batchSize, type Job, type Measured, pair, type Paired } from './job'

/**
 * Measures both networks of a job in a worker, one after the other.
 * @param isWanted asked before each; resolves with nothing where another job has taken this one's place
 */
export async function measure(
  { lane, backend }: { readonly lane: Lane; readonly backend: string },
  { architectures, seed, scale }: Job,
  isWanted: () => boolean = () => true,
): Promise<Answer | undefined> {
  const batch = batchOf(draw(`train/${seed}`, 0, batchSize))
  const flows: Partial<Record<Paired, Measured>> = {}
  const begin = performance.now()
  for (const kind of pair) {
    if (!isWanted()) return undefined
    const descent = { seed, scale, rate: 0 }
    flows[kind] = honest(await lane.ask((api) => api.flow(architectures[kind], descent, batch)))
  }
  const milliseconds = performance.now() - begin
  const tensors = await lane.ask((api) => api.tensors())
  return { flows: flows as Record<Paired, Measured>, backend, milliseconds, tensors }
}
