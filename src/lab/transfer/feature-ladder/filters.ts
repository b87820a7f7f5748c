import type { Pixels } from '../../../runtime/types'

/**
 * The filters of a first layer as small colour pictures: grey is 0, and the largest weight of a filter, whatever its
 * sign, is as far from grey as a colour goes.
 * @param kernel [height, width, 3, filters]
 */
export function tilesOf(
  kernel: Float32Array,
  [height, width, colours, filters]: readonly number[],
): readonly Pixels[] {
  if (colours !== 3) throw new Error(`a filter over ${colours} channels has no colours`)
  return Array.from({ length: filters }, (_, filter) => {
    const weight = (place: number, colour: number) => kernel[(place * 3 + colour) * filters + filter]
    const places = Array.from({ length: height * width }, (_, place) => place)
    const most = Math.max(
      ...places.flatMap((place) => [0, 1, 2].map((colour) => Math.abs(weight(place, colour)))),
    )
    const data = new Uint8ClampedArray(places.length * 4)
    for (const place of places)
      data.set([...[0, 1, 2].map((c) => 127.5 + (127.5 * weight(place, c)) / (most || 1)), 255], place * 4)
    return { width, height, data }
  })
}
