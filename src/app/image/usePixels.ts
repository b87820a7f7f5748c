import { useMemo } from 'react'
import type { Graph } from '../../nn/graph'
import type { Pixels } from '../../runtime/types'
import { useStore } from '../state/store'
import { asSeen, tryPrepare } from './image'
import { usePictures } from './pictures'

/** The chosen image at a network's size: known without any run. */
export function usePixels({ architecture }: Graph): Pixels | null {
  const [height, width, channels] = architecture.input
  const picture = usePictures((state) => state.picture)
  const fit = useStore((state) => state.fit)
  return useMemo(() => {
    const pixels = picture && tryPrepare(picture, width, height, fit)
    return pixels && asSeen(pixels, channels)
  }, [picture, width, height, channels, fit])
}
