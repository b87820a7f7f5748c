import type { Pixels } from '../ui/PixelCanvas'
import { colourOf, type Scale, scaleOf } from './colour'
import type { Evidence } from './evidence'

/** Red speaks for a class, blue against it. */
export function scaleOfEvidence({ map }: Pick<Evidence, 'map'>): Scale {
  return scaleOf('diverging', { min: Math.min(...map), max: Math.max(...map) })
}

/** A class activation map in the colors of its scale, a pixel for each position. */
export function evidencePixels(
  { map, height, width }: Pick<Evidence, 'map' | 'height' | 'width'>,
  scale: Scale,
): Pixels {
  const data = new Uint8ClampedArray(map.length * 4)
  map.forEach((value, at) => {
    const [red, green, blue] = colourOf(value, scale).match(/\d+/g)!.map(Number)
    data.set([red, green, blue, 255], at * 4)
  })
  return { width, height, data }
}
