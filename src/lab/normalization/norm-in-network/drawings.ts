import { useEffect, useMemo, useState } from 'react'
import type { MapShape } from '../../../nn/shape'
import { inputOf } from '../../../runtime/input'
import type { Batch } from '../../../runtime/training/batch'
import type { Pixels } from '../../../runtime/types'
import type { Model } from '../../shared/models'
import { loadPhoto } from '../../shared/photo'
import { lit } from '../light-shift/lit'

/** A drawing that the site stores, and the place of its class. */
export interface Stored {
  readonly name: string
  readonly label: number
  readonly pixels: Pixels
}

/** The stored drawings of a model's classes, one of each class first; null until all are decoded, 'missing' where one cannot be. */
export function useDrawings({ classes, graph }: Model): readonly Stored[] | 'missing' | null {
  const [found, setFound] = useState<readonly Stored[] | 'missing' | null>(null)
  const size = graph.architecture.input[0]
  const key = classes.join()
  useEffect(() => {
    let isLeft = false
    const wanted = [1, 2].flatMap((number) =>
      key.split(',').map((name, label) => ({ name: `${name}-${number}`, label })),
    )
    Promise.all(wanted.map(async (each) => ({ ...each, pixels: await loadPhoto(each.name, size) }))).then(
      (all) => !isLeft && setFound(all),
      () => !isLeft && setFound('missing'),
    )
    return () => void (isLeft = true)
  }, [key, size])
  return found
}

/** The first drawings, as bright as asked for. */
export function useLit(all: readonly Stored[] | 'missing' | null, count: number, light: number) {
  return useMemo(
    () =>
      all === null || all === 'missing'
        ? []
        : all.slice(0, count).map(({ pixels, ...rest }) => ({
            ...rest,
            pixels: { width: pixels.width, height: pixels.height, data: lit(pixels.data, light) },
          })),
    [all, count, light],
  )
}

/** Drawings as a network reads them. */
export function batchOf(drawings: readonly Stored[], shape: MapShape, classes: number): Batch {
  const [height, width, channels] = shape
  const images = new Float32Array(drawings.length * height * width * channels)
  drawings.forEach(({ pixels }, i) => images.set(inputOf(pixels, shape, 1), i * height * width * channels))
  return {
    images,
    shape: [drawings.length, height, width, channels],
    labels: drawings.map(({ label }) => label),
    classes,
  }
}
