import { ArrowLeftRight, Image as ImageIcon } from 'lucide-react'
import { useState } from 'react'
import type { MapShape } from '../../nn/shape'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { useKeys, withKey } from '../help/keys'
import { useStore } from '../state/store'
import { readersImage, useImageChoice } from './choice'
import './image-switch.css'
import { switchImage, usePictures } from './pictures'
import { Thumbnail } from './Thumbnail'

const imageDialog = loadable(() => import('./ImageDialog').then((m) => m.ImageDialog))

interface Props {
  /** What the image is for one who has another, such as "The lesson’s image". */
  readonly pageOwn: string
  /** Of the network that looks at it; null where a lab does. */
  readonly input: MapShape | null
}

/** The image of a lesson, a slide or a lab: chosen in the dialog, and one key from the page's own. Nothing where nothing looks at it. */
export function ImageSwitch({ pageOwn, input }: Props) {
  const isLookedAt = usePictures(({ lookers }) => lookers > 0)
  const picture = usePictures((state) => state.picture)
  const hasOwn = usePictures(({ own }) => own !== null)
  const readers = useImageChoice((state) => readersImage(state, hasOwn))
  const isReaders = useStore(({ image }) => image === readers)
  const [isChoosing, setChoosing] = useState(false)
  useKeys({
    image: () => {
      if (isLookedAt && !switchImage()) setChoosing(true)
    },
  })
  if (!isLookedAt) return null
  const other = isReaders ? pageOwn : 'Your image'
  return (
    <span className="image-switch">
      <button
        type="button"
        className="button small"
        aria-haspopup="dialog"
        aria-label={`Image: ${picture?.name ?? 'loading'}`}
        title={`Image: ${picture?.name ?? 'loading'}`}
        onClick={() => setChoosing(true)}
      >
        {picture ? <Thumbnail picture={picture} size={22} /> : <ImageIcon aria-hidden size={16} />}
      </button>
      {readers !== null && (
        <button
          type="button"
          className="button small"
          aria-label={other}
          title={withKey(other, 'image')}
          onClick={switchImage}
        >
          <ArrowLeftRight aria-hidden size={14} /> <span className="image-switch-text">{other}</span>{' '}
          <kbd>i</kbd>
        </button>
      )}
      {isChoosing && (
        <Part
          name="This dialog"
          of={imageDialog}
          with={{ open: true, onClose: () => setChoosing(false), input }}
          onClose={() => setChoosing(false)}
        />
      )}
    </span>
  )
}
