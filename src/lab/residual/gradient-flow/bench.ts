import { expose } from 'comlink'
import { build } from '../../../nn/build'
import type { Architecture } from '../../../nn/spec'
import { breathe } from '../../../runtime/breathe'
import { startForTraining } from '../../../runtime/training/start'
import { Learner, tensorsAlive, withBatch } from '../../../runtime/training/network'
import { batchOf } from '../../shared/drawings/batch'
import { draw } from '../../shared/drawings/drawings'
import { honest } from './flow'
import { type Answer, batchSize, type Job, type Measured, pair, type Paired } from './job'

let backend: ReturnType<typeof startForTraining> | undefined
let latest = 0

/** Measures one job at a time; what is asked while one runs takes its place after the network under way. */
const api = {
  /** Resolves with nothing where a later job has taken its place. */
  async measure(job: Job): Promise<Answer | undefined> {
    const mine = ++latest
    backend ??= startForTraining()
    const name = await backend
    const flows: Partial<Record<Paired, Measured>> = {}
    let spent = 0
    for (const kind of pair) {
      await breathe()
      if (mine !== latest) return undefined
      const begin = performance.now()
      flows[kind] = await flowOf(job.architectures[kind], job)
      spent += performance.now() - begin
    }
    return {
      flows: flows as Record<Paired, Measured>,
      backend: name,
      milliseconds: spent,
      tensors: tensorsAlive(),
    }
  },
}

async function flowOf(architecture: Architecture, { seed, scale }: Job): Promise<Measured> {
  const learner = new Learner(build(architecture), { seed, scale, rate: 0 })
  try {
    const drawings = draw(`train/${seed}`, 0, batchSize)
    return honest(await withBatch(batchOf(drawings), (images, answers) => learner.flow(images, answers)))
  } finally {
    learner.dispose()
  }
}

export type BenchApi = typeof api

expose(api)
