import { type ContextType, useEffect, useMemo } from 'react'
import type { ReadersImage } from '../../lab/shared/photo'
import { useStore } from '../state/store'
import { start } from '../state/intent'
import { imageOn, useImageChoice } from './choice'
import { look, switchImage, usePictures } from './pictures'

/** The reader's image for a lab, while it is on. */
export function useReaders(): ContextType<typeof ReadersImage> {
  const picture = usePictures((state) => state.picture)
  const choice = useImageChoice((state) => state.choice)
  const image = useStore((state) => state.image)
  const isOn = choice?.isOn === true && choice.image === image
  // A lab has drawings of its own, and no network of the page decides which image is shown.
  useEffect(() => useStore.getState().setImage(imageOn(start.image)), [])
  return useMemo(
    () => ({
      image: (isOn && picture?.canvas) || null,
      putAway: () => isOn && switchImage(),
      look,
    }),
    [isOn, picture],
  )
}
