import { useState } from 'react'
import type { MapShape } from '../../nn/shape'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { useKeys } from '../help/keys'
import { chooseSample, switchImage, usePictures } from '../image/pictures'
import { samples } from '../image/samples'
import { SampleThumbnail } from '../image/SampleThumbnail'
import { useStore } from '../state/store'
import type { TrainedSummary } from '../trained/models'

const dialog = loadable(() => import('../image/ImageDialog').then((m) => m.ImageDialog))

interface Props {
  readonly model: TrainedSummary
  readonly input: MapShape
}

/** Ways to show the network something else: a photo that is dropped, the camera, and images that are answered at once. */
export function PickImage({ model, input }: Props) {
  const image = useStore((state) => state.image)
  // The image that is looked at comes before the small ones.
  const isShown = usePictures(({ picture }) => picture !== null)
  const [choosing, setChoosing] = useState<'sample' | 'camera' | null>(null)
  useKeys({
    image: () => {
      if (!switchImage()) setChoosing('sample')
    },
  })
  const close = () => setChoosing(null)
  return (
    <div className="pick">
      <p>
        Drop a photo here,{' '}
        <button type="button" className="link" aria-haspopup="dialog" onClick={() => setChoosing('camera')}>
          use the camera
        </button>{' '}
        or{' '}
        <button type="button" className="link" aria-haspopup="dialog" onClick={() => setChoosing('sample')}>
          pick one
        </button>
        .
      </p>
      <ul aria-label="Images with a stored result">
        {samples
          .filter(({ id }) => model.looks.includes(id))
          .map(({ id, title, file }) => (
            <li key={id}>
              <button
                type="button"
                aria-pressed={image === id}
                aria-label={title}
                title={title}
                onClick={() => chooseSample(id)}
              >
                {isShown && <SampleThumbnail file={file} />}
              </button>
            </li>
          ))}
      </ul>
      {choosing && (
        <Part
          key={choosing}
          name="This dialog"
          of={dialog}
          with={{ open: true, onClose: close, input, camera: choosing === 'camera' }}
          onClose={close}
        />
      )}
    </div>
  )
}
