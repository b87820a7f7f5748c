import { useState } from 'react'
import type { MapShape } from '../../nn/shape'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { useGiven } from '../given/given'
import { useKeys } from '../help/keys'
import { chooseSample, showOwn, switchImage, usePictures } from '../image/pictures'
import { samples } from '../image/samples'
import { SampleThumbnail } from '../image/SampleThumbnail'
import { Thumbnail } from '../image/Thumbnail'
import { ownImage } from '../state/intent'
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
  const own = usePictures((state) => state.own)
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
        <span className="pick-drop">Drop a photo or a model file here, </span>
        <span className="pick-tap">Show it something else: </span>
        <button type="button" className="link" aria-haspopup="dialog" onClick={() => setChoosing('camera')}>
          use the camera
        </button>
        ,{' '}
        <button type="button" className="link" aria-haspopup="dialog" onClick={() => setChoosing('sample')}>
          pick an image
        </button>{' '}
        or{' '}
        <button
          type="button"
          className="link"
          aria-haspopup="dialog"
          onClick={() => useGiven.setState({ files: [] })}
        >
          open a model file
        </button>
        .
      </p>
      <ul aria-label={own ? 'Images with a stored result, and yours' : 'Images with a stored result'}>
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
        {own && (
          <li>
            <button
              type="button"
              aria-pressed={image === ownImage}
              aria-label={`Your image: ${own.name}`}
              title={`Your image: ${own.name}`}
              onClick={showOwn}
            >
              <Thumbnail picture={own} size={52} />
            </button>
          </li>
        )}
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
