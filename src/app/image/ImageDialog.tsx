import { Trash2, Upload } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { MapShape } from '../../nn/shape'
import { FileButton } from '../../ui/FileButton'
import { Dialog } from '../../ui/Dialog'
import { Notice } from '../../ui/Notice'
import { PixelCanvas } from '../../ui/PixelCanvas'
import { Segmented } from '../../ui/Segmented'
import { usePreparation } from '../given/prepared'
import { graphOf } from '../state/network'
import { showAddress } from './address'
import { largestImage } from './decode'
import { forgetOwn } from './forget'
import { asSeen, type Picture, tryPrepare } from './image'
import { chooseSample, showFile, showOwn, usePictures } from './pictures'
import { creditOf } from './credits'
import { cifarDrawings, imagenetDrawings, photographs, type Sample } from './samples'
import { SampleThumbnail } from './SampleThumbnail'
import { currentRoute, isExplorer } from '../route/route'
import { useStore } from '../state/store'
import { takeFiles } from './take'
import { Thumbnail } from './Thumbnail'
import { unkept } from './unkept'
import './image.css'
import { ownImage } from '../state/intent'
import { watchWebcam } from './watch'
import { Webcam } from './Webcam'

const groups = [
  { title: 'Photographs', samples: photographs },
  { title: 'Drawings of the ten CIFAR-10 classes', samples: cifarDrawings },
  { title: 'Drawings of ten ImageNet classes', samples: imagenetDrawings },
]

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  /** Of the network: the preview shows what it will see. Null where a lab looks at the image. */
  readonly input: MapShape | null
  /** The reader has asked for the camera. */
  readonly camera?: boolean
}

/** Samples, files, the clipboard, an address of this site, the webcam. */
export function ImageDialog({ open, onClose, input, camera }: Props) {
  const problem = usePictures((state) => state.problem)
  const isUnkept = usePictures((state) => state.isUnkept)
  const [isForgotten, setForgotten] = useState(false)
  const samples = useRef<HTMLDivElement>(null)
  async function forget() {
    if (!(await forgetOwn())) return
    setForgotten(true)
    // The button that had the focus is gone.
    samples.current?.querySelector('button')?.focus()
  }
  useEffect(() => {
    usePictures.setState({ choosing: true })
    return () => usePictures.setState({ choosing: false, problem: null })
  }, [])
  return (
    <Dialog
      open={open}
      onClose={onClose}
      tall
      title="Choose an image"
      about="Your images stay on this device; nothing is sent anywhere. The last one stays in this browser until you choose to forget it. You can also drop or paste an image at any time."
    >
      <div aria-live="polite">
        {problem && <Notice kind="error">{problem}</Notice>}
        {isUnkept && <Notice>{unkept}</Notice>}
        {isForgotten && <Notice>Your photo is forgotten; this browser no longer keeps it.</Notice>}
      </div>
      <div className="image-dialog">
        <div ref={samples}>
          <Samples onClose={onClose} onForget={() => void forget()} />
        </div>
        <div className="image-sources">
          {input && <Preview input={input} />}
          <FilePicker onClose={onClose} />
          <Webcam
            atOnce={camera}
            onPicture={(blob) => void showFile(blob, 'Camera picture').then((shown) => shown && onClose())}
            onLive={
              isExplorer(currentRoute())
                ? (stream) => {
                    void watchWebcam(stream)
                    onClose()
                  }
                : undefined
            }
          />
          <Address onClose={onClose} />
        </div>
      </div>
    </Dialog>
  )
}

function Samples({ onClose, onForget }: { readonly onClose: () => void; readonly onForget: () => void }) {
  const image = useStore((state) => state.image)
  const own = usePictures((state) => state.own)
  return (
    <>
      {own && (
        <section className="samples-own" aria-labelledby="samples-own">
          <h3 id="samples-own">Yours</h3>
          <ul className="sample-list">
            <li>
              <SampleButton
                chosen={image === ownImage}
                title={own.name}
                onClick={() => {
                  showOwn()
                  onClose()
                }}
              >
                <Thumbnail picture={own} size={96} />
              </SampleButton>
            </li>
          </ul>
          <button type="button" className="button small" onClick={onForget}>
            <Trash2 aria-hidden size={14} /> Forget this photo
          </button>
        </section>
      )}
      {groups.map(({ title, samples }, at) => (
        <section key={title} aria-labelledby={`samples-${at}`}>
          <h3 id={`samples-${at}`}>{title}</h3>
          <ul className="sample-list">
            {samples.map((sample) => (
              <li key={sample.id}>
                <SampleChoice sample={sample} onClose={onClose} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function SampleChoice({ sample, onClose }: { readonly sample: Sample; readonly onClose: () => void }) {
  const chosen = useStore(({ image }) => image === sample.id)
  return (
    <SampleButton
      chosen={chosen}
      title={sample.title}
      credit={creditOf(sample.id)}
      onClick={() => {
        chooseSample(sample.id)
        onClose()
      }}
    >
      <SampleThumbnail file={sample.file} />
    </SampleButton>
  )
}

interface SampleProps {
  readonly chosen: boolean
  readonly title: string
  readonly credit?: string
  readonly onClick: () => void
  readonly children: ReactNode
}

function SampleButton({ chosen, title, credit, onClick, children }: SampleProps) {
  return (
    <button type="button" className="sample-card" aria-pressed={chosen} onClick={onClick}>
      {children}
      <span>{title}</span>
      {credit && <span className="soft small-text">{credit}</span>}
    </button>
  )
}

function Preview({ input }: { readonly input: MapShape }) {
  const picture = usePictures((state) => state.picture)
  const fit = useStore((state) => state.fit)
  const setFit = useStore((state) => state.setFit)
  const image = useStore((state) => state.image)
  const graph = useStore(({ network, options, edits }) => graphOf(network, options, edits))
  const preparation = usePreparation(graph)
  const [height, width, channels] = input
  return (
    <div>
      <div className="preview-row">
        {picture && <Prepared {...{ picture, width, height, channels, fit }} />}
        <div>
          <p className="small-text soft">
            What the network sees: {height}×{width} pixels
            {fit === 'fit' && ', with a gray margin'}.
            {picture && !picture.isDrawing && ` The image itself is ${picture.width} × ${picture.height}.`}
          </p>
        </div>
      </div>
      <Segmented
        legend="How the image fits"
        value={fit}
        onChange={setFit}
        choices={[
          { value: 'crop', label: 'cropped' },
          { value: 'fit', label: 'with margins' },
        ]}
      />
      <p className="small-text soft">{preparation}</p>
      {image === ownImage && (
        <p className="small-text soft">
          Your own image is not part of the address: a shared link shows a sample instead.
        </p>
      )}
    </div>
  )
}

type PreparedProps = {
  readonly picture: Picture
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly fit: 'crop' | 'fit'
}

function Prepared({ picture, width, height, channels, fit }: PreparedProps) {
  const pixels = useMemo(() => {
    const prepared = tryPrepare(picture, width, height, fit)
    return prepared && asSeen(prepared, channels)
  }, [picture, width, height, channels, fit])
  return (
    pixels && (
      <div className="preview">
        <PixelCanvas pixels={pixels} label="The image as the network sees it" />
      </div>
    )
  )
}

function FilePicker({ onClose }: { readonly onClose: () => void }) {
  return (
    <div>
      <FileButton
        accept="image/*,.svg,.avif,.webp"
        onFiles={(files) =>
          void takeFiles(files, (show) => void show().then((shown) => shown && onClose())).then(
            (isModel) => isModel && onClose(),
          )
        }
      >
        <Upload aria-hidden size={16} /> Open a file
      </FileButton>
      <p className="small-text soft">
        JPEG, PNG, WebP, AVIF, GIF or SVG, up to {largestImage / 1e6} megapixels.
      </p>
    </div>
  )
}

function Address({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    if (text.trim()) void showAddress(text.trim()).then((shown) => shown && onClose())
  }
  return (
    <form onSubmit={submit}>
      <label htmlFor="image-address">Address of an image</label>
      <div className="option-row">
        <input
          id="image-address"
          className="input"
          value={text}
          placeholder="images/dog-1.svg"
          aria-describedby="image-address-note"
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button">
          Load
        </button>
      </div>
      <p id="image-address-note" className="small-text soft">
        Only addresses on this site work. To use an image from elsewhere, save it and open the file.
      </p>
    </form>
  )
}
