/** Every channel times `factor`, rounded and cut off at white, as tools/training/shift.py does; α stays. */
export function lit(pixels: Uint8ClampedArray, factor: number): Uint8ClampedArray<ArrayBuffer> {
  return Uint8ClampedArray.from(pixels, (value, i) => (i % 4 === 3 ? value : value * factor))
}

/** The share of channels that are cut off at white. */
export function clipped(pixels: Uint8ClampedArray, factor: number): number {
  let over = 0
  pixels.forEach((value, i) => {
    if (i % 4 !== 3 && value * factor > 255) over++
  })
  return over / ((pixels.length / 4) * 3)
}
