import type { Pixels } from '../../../runtime/types'
import { pixelsOf } from '../../shared/photo'
import { side } from './shots'

/** The middle square of an image file; throws an Error with a sentence. */
export async function readImage(file: File): Promise<Pixels> {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    return pixelsOf(image, { width: width || side, height: height || side }, side)
  } catch {
    throw new Error(`${file.name} is not an image that this browser can read.`)
  } finally {
    URL.revokeObjectURL(url)
  }
}
