import type { Manifest, Recipe, StoredTensor } from '../../runtime/trained/manifest'
import { percent } from '../../ui/format'

/** `SGD with Nesterov momentum 0.9, batches of 128, …`. */
export function recipeInWords({ batch, rate, warm, momentum, decay, smoothing }: Recipe): string {
  const climb = warm < 0.01 ? 'falling to 0' : `reached after ${Math.round(warm * 100)}% and falling to 0`
  return (
    `SGD with Nesterov momentum ${momentum}, batches of ${batch}, learning rate ${rate} ${climb}, ` +
    `weight decay ${decay}${smoothing ? `, label smoothing ${smoothing}` : ''}`
  )
}

/** How the training images were cropped. */
export function augmentationInWords({ sizes }: Pick<Recipe, 'sizes'>): string {
  if (!sizes?.length) return '4 pixels of padding, a random crop, half of the images mirrored'
  const parts = sizes.map(([epochs, size]) => `${size}×${size} pixels for ${epochs} epochs`)
  return `random resized crops, half of them mirrored: ${parts.join(', then ')}`
}

/** `128×128: 12.3%, 224×224: 11.8%`. */
export function sizesInWords(sizes: NonNullable<Manifest['sizes']>): string {
  return sizes.map(({ size, error }) => `${size}×${size}: ${percent(error)}`).join(', ')
}

/** `54 minutes`, `3.2 hours`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} seconds`
  if (seconds < 5400) return `${Math.round(seconds / 60)} minutes`
  return `${(seconds / 3600).toFixed(1)} hours`
}

/** What kernels are in a file: `kernels as 16-bit floats`, `rounded to 16-bit floats`. */
export const numbersOf = {
  float32: '32-bit floats',
  float16: '16-bit floats',
  int8: 'integers from −127 to 127, with a scale for each filter',
} as const satisfies Record<StoredTensor['type'], string>
