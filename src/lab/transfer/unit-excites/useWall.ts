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

/** Null until they are there, and where none are stored. */
export function useWall(model: string, part: string): PartWall | null {
  const [found, setFound] = useState<{ readonly of: string; readonly wall: PartWall | null }>()
  const of = `${model} ${part}`
  useEffect(() => {
    let isLeft = false
    void load(model, part).then((wall) => isLeft || setFound({ of, wall }))
    return () => {
      isLeft = true
    }
  }, [model, part, of])
  return found?.of === of ? found.wall : null
}

async function load(model: string, part: string): Promise<PartWall | null> {
  const wall = await wallOf(model)
  if (!wall || !Object.hasOwn(wall.parts, part)) return null
  const pictures = await storedPictures(model, part, wall.parts[part])
  return pictures && { made: wall.made, pictures, values: wall.parts[part].values }
}
