import { ChartSpline, ChevronDown, Gauge, GraduationCap, Keyboard } from 'lucide-react'
import { useState } from 'react'
import type { Resolved } from '../../architectures/index'
import type { MapShape } from '../../nn/shape'
import { backendLine } from '../run/backends'
import { CompareButton } from '../compare/CompareButton'
import { useKeys, withKey } from '../help/keys'
import { switchImage, usePictures } from '../image/pictures'
import { useSession } from '../run/session'
import { Brand } from '../page/Brand'
import { ThemeChoice } from '../page/ThemeChoice'
import { type Loadable, loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { useChangeNote } from '../trained/useChangeNote'
import { Thumbnail } from '../image/Thumbnail'
import './header.css'

// Not on the first screen, so fetched after it.
const dialogs = {
  network: loadable(() => import('./NetworkDialog').then((m) => m.NetworkDialog)),
  image: loadable(() => import('../image/ImageDialog').then((m) => m.ImageDialog)),
  backend: loadable(() => import('../run/BackendDialog').then((m) => m.BackendDialog)),
  keys: loadable(() => import('../help/KeysDialog').then((m) => m.KeysDialog)),
}

/** What every dialog is given; the one of images needs the input. */
interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly input: MapShape
}

/** Fetches the dialogs when the page has nothing better to do, so that they open at once, also offline. */
export function preloadDialogs(): void {
  // What does not come now is told when one is opened.
  for (const { load } of Object.values(dialogs)) void load().catch(() => {})
}

/** What runs on what, where, and how the page looks. */
export function Header({ resolved }: { readonly resolved: Resolved }) {
  const [dialog, setDialog] = useState<keyof typeof dialogs | null>(null)
  const picture = usePictures((state) => state.picture)
  const backend = useSession((state) =>
    backendLine(state.status, state.finished?.result, state.run.phase === 'running'),
  )
  const close = () => setDialog(null)
  useKeys({
    help: () => setDialog('keys'),
    image: () => {
      if (!switchImage()) setDialog('image')
    },
  })
  const note = useChangeNote()
  const title = [resolved.architecture.title, note].filter(Boolean).join(' ')
  return (
    <header className="page-header">
      <h1>
        <Brand />
      </h1>
      <a className="button course-link" href="#/course">
        <GraduationCap aria-hidden size={18} />
        <span className="tool-text">Course</span>
      </a>
      <button
        type="button"
        className="button chooser"
        aria-haspopup="dialog"
        aria-label={`Network: ${title}`}
        onClick={() => setDialog('network')}
      >
        <span>{title}</span>
        <ChevronDown aria-hidden size={16} />
      </button>
      <CompareButton title={title} />
      <button
        type="button"
        className="button chooser"
        aria-haspopup="dialog"
        aria-label={`Image: ${picture?.name ?? 'loading'}`}
        onClick={() => setDialog('image')}
      >
        {/* Its room, before it has come. */}
        {picture ? <Thumbnail picture={picture} size={28} /> : <span className="thumbnail-room" />}
        <span className="chooser-text">{picture?.name ?? 'Image'}</span>
        <ChevronDown aria-hidden size={16} />
      </button>
      <span className="header-gap" />
      <a
        className="button icon measured-link"
        href="#/measured"
        aria-label="What we measured"
        title="What we measured"
      >
        <ChartSpline aria-hidden size={18} />
      </a>
      <button
        type="button"
        className="button backend-chip"
        aria-haspopup="dialog"
        aria-label={`Backend: ${backend}`}
        onClick={() => setDialog('backend')}
      >
        <Gauge aria-hidden size={16} />
        <span>{backend}</span>
        <ChevronDown aria-hidden size={16} />
      </button>
      <button
        type="button"
        className="button icon for-keys"
        aria-haspopup="dialog"
        aria-label="Keys"
        title={withKey('Keys', 'help')}
        onClick={() => setDialog('keys')}
      >
        <Keyboard aria-hidden size={18} />
      </button>
      <ThemeChoice />
      {dialog && (
        <Part
          key={dialog}
          name="This dialog"
          of={dialogs[dialog] as Loadable<DialogProps>}
          with={{ open: true, onClose: close, input: resolved.architecture.input }}
          onClose={close}
        />
      )}
    </header>
  )
}
