import { create } from 'zustand'
import { keep, recallJson } from '../../ui/storage'
import { ownImage, start } from '../state/intent'

/** The image that the reader chose, by its name, and whether it is shown: while it is not, every page shows its own. */
interface Choice {
  readonly image: string
  readonly isOn: boolean
}

interface ImageChoice {
  /** Null until the reader has chosen one. In this tab it outlives a reload. */
  readonly choice: Choice | null
  /** The sample that the page, the slide or the address shows by itself. */
  readonly pageImage: string
}

const stored = 'layerwise:image'

export const useImageChoice = create<ImageChoice>(() => ({ choice: recalled(), pageImage: start.image }))

function recalled(): Choice | null {
  // By hand: the page of a network begins without what reads larger records.
  const kept = recallJson(stored, 'tab') as Partial<Choice> | null
  return typeof kept?.image === 'string' && typeof kept.isOn === 'boolean'
    ? { image: kept.image, isOn: kept.isOn }
    : null
}

export function setChoice(choice: Choice | null): void {
  useImageChoice.setState({ choice })
  keep(stored, JSON.stringify(choice), 'tab')
}

/** What a page shows whose own image is this: the reader's, while that is on. */
export function imageOn(pageImage: string): string {
  useImageChoice.setState({ pageImage })
  const { choice } = useImageChoice.getState()
  return choice?.isOn ? choice.image : pageImage
}

/** The image of the reader's that can take the place of the page's own; null where there is none. */
export function readersImage({ choice, pageImage }: ImageChoice, hasOwn: boolean): string | null {
  if (choice && choice.image !== pageImage && (choice.image !== ownImage || hasOwn)) return choice.image
  return hasOwn ? ownImage : null
}
