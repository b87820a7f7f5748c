import type { Wanted } from '../../export/formats'
import type { ReadWeight } from '../../export/tensors'
import type { Graph } from '../../nn/graph'
import { seededInTurns } from '../../runtime/weights'
import type { Finished } from '../run/session'
import { trainedOn } from '../trained/said'

/** Weights that a file of a network can have. */
export interface Choice {
  readonly id: 'run' | 'random' | 'none'
  readonly label: string
  readonly name?: string
  /** Which they are, in a sentence for the reader. */
  readonly about: string
  /** The same in words that the file keeps. */
  readonly origin?: string
  /** Null where the file has none. */
  readonly read: ReadWeight | null
  /** What its outputs are called, and what becomes of an image, where that is known. */
  readonly use?: Wanted['use']
}

/**
 * The weights that a network can be written with: those that it runs with, where they are not random, the random ones of
 * the seed, and none where the format allows it.
 */
export function choicesFor(
  graph: Graph,
  finished: Finished | null,
  seed: number,
  kind: 'may' | 'must' | 'none',
): readonly Choice[] {
  const none: Choice = {
    id: 'none',
    label: 'None',
    name: 'The program alone, without weights',
    about: 'Without weights.',
    read: null,
  }
  if (kind === 'none') return [none]
  const running = finished?.graph === graph ? runningWith(finished) : undefined
  const random: Choice = {
    id: 'random',
    label: `Random, seed ${seed}`,
    about: 'Random weights, as before training.',
    origin: `random, seed ${seed}, as before training`,
    read: seededInTurns(graph, seed),
  }
  return [...(running ? [running] : []), random, ...(kind === 'may' ? [none] : [])]
}

/** The weights of a run that are not random; undefined where they are. */
function runningWith({ given, fresh, seed, trained, result }: Finished): Choice | undefined {
  const read: ReadWeight = (node, name) => result.trace.weights(node, name)
  if (given)
    return {
      id: 'run',
      label: 'Yours',
      name: `Your weights: ${given.file}`,
      about: `The weights that it runs with, from ${given.file}${fresh ? '; the changed layers have new random ones' : ''}.`,
      origin: fresh ? `${given.file}, changed layers random with seed ${seed}` : given.file,
      read,
      use: {
        ...(given.classes && { classes: given.classes }),
        ...(given.scaling && { preprocessing: given.scaling }),
      },
    }
  return (
    trained && {
      id: 'run',
      label: 'Trained',
      name: 'Trained weights',
      about: `The weights that it runs with: ${trained.title}, ${trainedOn(trained)}.`,
      origin: `${trained.title}, ${trainedOn(trained)}`,
      read,
      use: { classes: trained.classes },
    }
  )
}
