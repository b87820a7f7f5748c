import { Upload } from 'lucide-react'
import { Fragment, useEffect, useState } from 'react'
import { messageOf } from '../../runtime/words'
import { FileButton } from '../../ui/FileButton'
import { Dialog } from '../../ui/Dialog'
import { Notice } from '../../ui/Notice'
import { useGiven } from './given'
import { KeptFiles } from './KeptFiles'
import { type Opened, opened } from './open'
import { Taken } from './Taken'
import './given.css'
import { Breakable } from '../../ui/Breakable'

/** What is known about the files by now. */
type Reading =
  | { readonly state: 'reading' }
  | { readonly state: 'refused'; readonly sentence: string }
  | { readonly state: 'opened'; readonly opened: Opened; readonly turn: number }

/** Files have been opened so often: what was chosen for some does not stay for the next. */
let turns = 0

const close = () => useGiven.setState({ files: null, waiting: [] })

/** A file that was dropped or is picked here: what network is in it, and what becomes of it. */
export function GivenDialog() {
  const files = useGiven((state) => state.files)
  return files && <OpenFiles key={files.map(({ name, size }) => `${name} ${size}`).join()} files={files} />
}

function OpenFiles({ files }: { readonly files: readonly File[] }) {
  const [reading, setReading] = useState<Reading | null>(files.length > 0 ? { state: 'reading' } : null)
  useEffect(() => {
    if (files.length === 0) return
    let isOver = false
    const tell = (next: Reading) => !isOver && setReading(next)
    opened(files).then(
      (found) => tell({ state: 'opened', opened: found, turn: ++turns }),
      (error: unknown) => tell({ state: 'refused', sentence: messageOf(error) }),
    )
    return () => {
      isOver = true
    }
  }, [files])
  return (
    <Dialog
      open
      onClose={close}
      title="Files of your own"
      about="Your file stays on this device. Nothing in it is run; only names, shapes and numbers are read."
    >
      <div aria-live="polite">
        {reading?.state === 'refused' && <Notice kind="error">{reading.sentence}</Notice>}
        {reading?.state === 'reading' && <p className="soft">Reading …</p>}
      </div>
      {reading?.state === 'opened' && <Taken key={reading.turn} opened={reading.opened} />}
      <Picker />
      {reading?.state !== 'opened' && <KeptFiles />}
    </Dialog>
  )
}

/** What torchvision's own `weights=…` fetches for the networks of the lecture. */
const published = [
  'resnet18-f37072fd.pth',
  'resnet50-0676ba61.pth',
  'resnext50_32x4d-7cdf4587.pth',
  'googlenet-1378be20.pth',
  'densenet121-a639ec97.pth',
  'vgg16-397923af.pth',
  'alexnet-owt-7be5be79.pth',
]

function Picker() {
  return (
    <section className="given-picker">
      <FileButton multiple onFiles={(files) => useGiven.setState({ files: [...files] })}>
        <Upload aria-hidden size={16} /> Open a file
      </FileButton>
      <p className="small-text soft">
        Either a network as .onnx, together with its weights file if it has one, or weights as .safetensors,
        .npz, PyTorch’s .pth and .pt, Keras’s .h5 and .keras, or this site’s manifest.json with weights.bin
        (both at once). torchvision publishes{' '}
        {published.map((name, i) => (
          <Fragment key={name}>
            {i > 0 && (i < published.length - 1 ? ', ' : ' and ')}
            <code>
              <Breakable text={name} />
            </code>
          </Fragment>
        ))}{' '}
        at download.pytorch.org/models/.
      </p>
    </section>
  )
}
