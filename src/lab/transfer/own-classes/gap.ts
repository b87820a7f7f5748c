import type { Lane } from '../../../runtime/lane'
import type { WeightSource } from '../../../runtime/weights'
import type { Features } from './features'
import { prepared, type Setting } from './lessons'
import type { Way } from './names'
import { firstOf, type Shot, type Split } from './shots'
import { teach } from './teach'

/** What some images per class give, with a frozen trunk and from scratch. */
export interface GapPoint {
  readonly way: Way
  /** Training images of each class. */
  readonly images: number
  /** Share of the held-out images that are taken for something else. */
  readonly error: number
}

/** The ways whose gap is measured. */
export const gapWays = ['head', 'scratch'] as const satisfies readonly Way[]

/** 1, 2, 4, 8, … images per class, up to what every class has. */
export function amountsOf({ train }: Split, classes: number): readonly number[] {
  const least = Math.min(
    ...Array.from({ length: classes }, (_, label) => train.filter((shot) => shot.label === label).length),
  )
  const amounts: number[] = []
  for (let amount = 1; amount < least; amount *= 2) amounts.push(amount)
  return [...amounts, least]
}

/** Trains both ways with each amount, one after the other in one worker, and tests all on the same held-out images. */
export async function measureGap(
  lane: Lane,
  setting: Omit<Setting, 'way'>,
  split: Split,
  featuresOf: (shot: Shot) => Features,
  source: WeightSource,
  signal: AbortSignal,
  onDone: (done: number, of: number) => void,
): Promise<readonly GapPoint[]> {
  const amounts = amountsOf(split, setting.classes)
  const all = amounts.flatMap((images) => gapWays.map((way) => ({ images, way })))
  const points: GapPoint[] = []
  for (const { images, way } of all) {
    const few = { ...split, train: firstOf(split.train, images) }
    const { lesson } = prepared({ ...setting, way }, few, featuresOf, source)
    const done = points.length * setting.steps
    const { tests } = await teach(lane, lesson, signal, (step) =>
      onDone(done + step, all.length * setting.steps),
    )
    points.push({ way, images, error: tests.at(-1)!.error })
  }
  return points
}
