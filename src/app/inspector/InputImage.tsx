import type { Pixels } from '../../runtime/types'
import { PixelCanvas } from '../../ui/PixelCanvas'
import { useSight } from './readings'

/** What the network sees of the image. */
export function InputImage({ pixels }: { readonly pixels: Pixels }) {
  const seen = useSight(pixels)!
  return <PixelCanvas pixels={seen} label={`The input image, ${seen.height} by ${seen.width} pixels`} />
}
