import { later } from '../../ui/later'
import { useGiven } from '../given/given'

const fetchReader = later(() => import('../given/open'))

/** Files that are meant to be networks or weights open the dialog that reads them; all others are taken for images. True where the dialog has them. */
export async function takeFiles(files: readonly File[], takeImage: (file: File) => void): Promise<boolean> {
  if (!files.every(({ type }) => type.startsWith('image/'))) {
    const { areWeights } = await fetchReader()
    if (await areWeights(files)) {
      useGiven.setState({ files })
      return true
    }
  }
  takeImage(files[0])
  return false
}
