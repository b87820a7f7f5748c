import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { published } from '../../../runtime/trained/model'
import type { Pixels } from '../../../runtime/types'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import { tilesOf } from './filters'

const packed = v.object({ reach: v.number(), values: v.string() })

/** What tools/training/export.py writes: the kernels that read the image, as they began and as they ended. */
const kernels = v.object({
  node: v.string(),
  shape: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  before: packed,
  after: packed,
})

type Kernels = v.InferOutput<typeof kernels>

interface Props {
  /** A model whose first layer is shown. */
  readonly model: string
  /** What the network is called. */
  readonly title: string
  readonly weights: 'trained' | 'random'
}

/** The kernels of a large network's first layer, before or after training; nothing where they do not come. */
export function FirstKernels({ model, title, weights }: Props) {
  const [read, setRead] = useState<Kernels | null>(null)
  useEffect(() => {
    let current = true
    const { base, id } = published(model)
    fetch(`${base}${id}/kernels.json`)
      .then(async (response) => v.parse(kernels, await response.json()))
      .then(
        (found) => current && setRead(found),
        // They are an extra beside the live network.
        () => {},
      )
    return () => {
      current = false
    }
  }, [model])
  if (!read) return null
  const tiles = kernelTiles(read, weights)
  const [height, width] = read.shape
  return (
    <figure className="ladder-filters many">
      <div>
        {tiles.map((tile, i) => (
          <PixelCanvas key={i} pixels={tile} />
        ))}
      </div>
      <figcaption>
        the {tiles.length} kernels of {title}, {height}×{width}
        {weights === 'trained' ? '' : ', before training'}
      </figcaption>
    </figure>
  )
}

/** The kernels as color pictures, each on its own scale. */
export function kernelTiles({ shape, before, after }: Kernels, weights: Props['weights']): readonly Pixels[] {
  const { values, reach } = weights === 'trained' ? after : before
  const steps = Int8Array.from(atob(values), (letter) => letter.charCodeAt(0))
  return tilesOf(
    Float32Array.from(steps, (step) => (step * reach) / 127),
    shape,
  )
}
