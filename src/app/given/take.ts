import { messageOf } from '../../runtime/words'
import { useGiven } from './given'
import { keep, type Kept, keptFiles, remove } from './kept'
import { type Choices, type Opened, register } from './open'
import { atSize } from './size'

/**
 * Opens a network as the reader wants it; the sentence that says why it cannot be done, where it cannot.
 * @param choose gets what is kept of it: the reader may not have waited until that was known
 * @param keeps whether its files are to be kept on this device; null where the reader says nothing: then a kept one stays
 * kept, with what was chosen now
 */
export async function take(
  own: Opened,
  choose: (kept: Kept | undefined) => Choices,
  keeps: boolean | null,
  go: (id: string) => void,
): Promise<string | undefined> {
  try {
    const { id } = await own.named()
    const kept = await keptFiles(id)
    const isKept = kept !== undefined
    const choices = choose(kept)
    const opened = atSize(own, choices.input)
    const { file, family } = await opened.named()
    // The dialog was closed meanwhile.
    if (!useGiven.getState().files) return undefined
    if (keeps ?? isKept) {
      if (!(await keep({ ...choices, id, title: family.title, size: file.size }, opened.graph, opened.files)))
        return 'The browser cannot keep the file: there is too little storage, or the window is private. You can still open it.'
    } else if (isKept && !(await remove(id))) return 'The browser could not remove the file that it keeps.'
    go(await register(opened, choices))
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}
