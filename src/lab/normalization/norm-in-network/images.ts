import { useContext, useEffect, useMemo, useState } from 'react'
import type { MapShape } from '../../../nn/shape'
import { inputOf } from '../../../runtime/input'
import type { Batch } from '../../../runtime/training/batch'
import type { Pixels } from '../../../runtime/types'
import type { Model } from '../../shared/models'
import { loadPhoto, photographs, pixelsOf, ReadersImage } from '../../shared/photo'
import { lit } from '../light-shift/lit'

/** An image of a batch. */
export interface Stored {
  readonly name: string
  /** The place of its class; −1 where it shows none that the network knows, or nobody has said which. */
  readonly label: number
  readonly pixels: Pixels
}

/** The class of the one photograph that shows something which networks for small images know. */
const shows: Readonly<Record<string, string>> = { chelsea: 'cat', vienna: 'church' }

/** The site's drawings of the model's classes, one of each class first, or its photographs; null until all are decoded, 'missing' where one cannot be. */
export function useImages(
  { classes, graph }: Model,
  kind: 'drawings' | 'photographs',
): readonly Stored[] | 'missing' | null {
  const [found, setFound] = useState<readonly Stored[] | 'missing' | null>(null)
  const size = graph.architecture.input[0]
  const key = classes.join()
  useEffect(() => {
    let isLeft = false
    const classes = key.split(',')
    const wanted =
      kind === 'photographs'
        ? photographs.map((name) => ({ name, label: classes.indexOf(shows[name] ?? '') }))
        : [1, 2].flatMap((number) => classes.map((name, label) => ({ name: `${name}-${number}`, label })))
    setFound(null)
    Promise.all(wanted.map(async (each) => ({ ...each, pixels: await loadPhoto(each.name, size) }))).then(
      (all) => !isLeft && setFound(all),
      () => !isLeft && setFound('missing'),
    )
    return () => void (isLeft = true)
  }, [key, size, kind])
  return found
}

const ownName = 'your image'

/** The same with the reader's own image in front, where there is one. */
export function useWithOwn(
  all: ReturnType<typeof useImages>,
  { graph }: Model,
): ReturnType<typeof useImages> {
  const { image, look } = useContext(ReadersImage)
  useEffect(look, [look])
  const size = graph.architecture.input[0]
  return useMemo(
    () =>
      image && Array.isArray(all)
        ? [{ name: ownName, label: -1, pixels: pixelsOf(image, image, size) }, ...all]
        : all,
    [image, all, size],
  )
}

/** The first images, as bright as asked for. */
export function useLit(all: ReturnType<typeof useImages>, light: number, count = Infinity) {
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

/** `20 drawings and your image`. */
export function saidOf(all: readonly Stored[], kind: 'drawings' | 'photographs'): string {
  const own = all.filter(({ name }) => name === ownName).length
  return `${all.length - own} ${kind}${own > 0 ? ` and ${ownName}` : ''}`
}

/** How many show something that the network knows. */
export const knownOf = (all: readonly Stored[]): number => all.filter(({ label }) => label >= 0).length

/** Images as a network reads them. */
export function batchOf(all: readonly Stored[], shape: MapShape, classes: number): Batch {
  const [height, width, channels] = shape
  const images = new Float32Array(all.length * height * width * channels)
  all.forEach(({ pixels }, i) => images.set(inputOf(pixels, shape, 1), i * height * width * channels))
  return {
    images,
    shape: [all.length, height, width, channels],
    labels: all.map(({ label }) => label),
    classes,
  }
}
