import { coresToTrain } from '../../../runtime/training/begin'
import type { LabValue } from '../../shared/schema'
import { drawnMaterial, type Material } from './material'
import { type Found, networkOf, titleOf } from './networks'
import type { options } from './options'
import type { Plan } from './useRuns'

type Value = LabValue<typeof options>

/** The page’s images of these settings. */
export const drawnOf = ({
  classes,
  size,
  color,
  difficulty,
  noise,
  occlusion,
  images,
  seed,
}: Value): Material => drawnMaterial({ classes, size, color, difficulty, noise, occlusion }, images, seed)

/** A whole plan, or nothing where the network or the images are missing. */
export function planOf(value: Value, found: Found, material: Material | string): Plan | undefined {
  if ('problem' in found || typeof material === 'string') return undefined
  const { optimizer, rate, schedule, batch, decay, augment, seed, steps } = value
  const workers = Math.min(value.workers, coresToTrain())
  const course = { optimizer, rate, schedule, batch, decay, seed, workers, steps, augment }
  return {
    ...{ graph: found.graph, material, course },
    key: Object.values(keyOf(value)).join('; '),
    name: `${titleOf(value.net, found.graph)}, rate ${rate}, seed ${seed}`,
  }
}

/** The network for images with so many classes. */
export const foundOf = ({ net, blocks, size, color }: Value, classes: number): Found =>
  networkOf({ net, blocks, size, channels: color ? 3 : 1, classes })

/** What each part of a plan depends on, as text. */
export function keyOf({ net, blocks, size, color, ...value }: Value) {
  const { source, classes, images, difficulty, noise, occlusion, seed } = value
  const { optimizer, rate, schedule, batch, decay, augment, workers, steps } = value
  return {
    network: [net, blocks, size, color].join(' '),
    images: [source, size, color, classes, images, difficulty, noise, occlusion, seed].join(' '),
    course: [optimizer, rate, schedule, batch, decay, augment.join(), seed, workers, steps].join(' '),
  }
}

/** Whether two plans mean the same training. */
export const isAlike = (a: Plan | undefined, b: Plan | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.key === b.key &&
  // Of the reader’s own images no text tells which they are.
  (a.material === b.material || a.material.isDrawn)

/** Whether the weights of one network are those of another. */
export const fits = (plan: Plan, before: Plan | undefined): boolean =>
  before !== undefined &&
  JSON.stringify(plan.graph.architecture) === JSON.stringify(before.graph.architecture)
