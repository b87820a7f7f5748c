import { later } from '../../ui/later'
import { useGiven } from '../given/given'
import { ImageError } from './error'
import { fail, showFile } from './pictures'

const fetchReader = later(() => import('../given/open'))

/**
 * Files that are meant to be networks or weights open the dialog that reads them; all others are taken for images.
 * @param take is handed what shows the image, or says why it cannot
 * @returns whether the dialog has them
 */
export async function takeFiles(
  files: readonly File[],
  take: (show: () => Promise<boolean>) => unknown,
  name = files[0].name,
): Promise<boolean> {
  if (!files.every(({ type }) => type.startsWith('image/'))) {
    const reader = await fetchReader().catch(() => null)
    if (!reader) {
      take(() => Promise.resolve(missing(name)))
      return false
    }
    // Of what cannot be read, the reader of images says so.
    if (await reader.areWeights(files).catch(() => false)) {
      useGiven.setState({ files })
      return true
    }
  }
  take(() => showFile(files[0], name))
  return false
}

/** Says that nobody here can tell what a file is. */
function missing(name: string): false {
  fail(
    new ImageError(
      `${name} cannot be read: the part of the site that reads files of networks could not be loaded; is the site still reachable? If so, reload the page and open the file again.`,
    ),
  )
  return false
}
