import { useEffect, useState } from 'react'
import type { Pixels } from '../../../runtime/types'
import { type Made, storedPictures, wallOf } from './wall'

/** The stored pictures of a part. */
export interface PartWall {
  readonly made: Made
  readonly pictures: readonly Pixels[]
  /** How much each excites its channel. */
  readonly values: readonly number[]
}

/** What is stored for a model. */
interface Found {
  /** Null where the part has none, or it does not come. */
  readonly wall: PartWall | null
  /** The parts that have one. */
  readonly parts: readonly string[]
}

/** Undefined until it is known. */
export function useWall(model: string, part: string): Found | undefined {
  const [found, setFound] = useState<Found & { readonly of: string }>()
  const of = `${model} ${part}`
  useEffect(() => {
    let isLeft = false
    // It is an extra: a picture can be made without it.
    const nothing = (): Found => ({ wall: null, parts: [] })
    void load(model, part)
      .catch(nothing)
      .then((found) => isLeft || setFound({ of, ...found }))
    return () => {
      isLeft = true
    }
  }, [model, part, of])
  return found?.of === of ? found : undefined
}

async function load(model: string, part: string): Promise<Found> {
  const stored = await wallOf(model)
  const parts = Object.keys(stored?.parts ?? {})
  if (!stored || !parts.includes(part)) return { wall: null, parts }
  const { values } = stored.parts[part]
  const pictures = await storedPictures(model, part, stored.parts[part])
  return { wall: pictures && { made: stored.made, pictures, values }, parts }
}
