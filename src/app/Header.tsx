import { ChevronDown, Moon, Presentation, Sun } from 'lucide-react'
import { useState } from 'react'
import type { Resolved } from '../architectures/index'
import { Segmented } from '../ui/Segmented'
import { chooseTheme, initialTheme, type Theme } from '../ui/theme'
import { BackendMenu } from './BackendMenu'
import { ImageDialog } from './ImageDialog'
import { NetworkDialog } from './NetworkDialog'
import { usePictures } from './pictures'
import { Thumbnail } from './Thumbnail'

/** What runs on what, where, and how the page looks. */
export function Header({ resolved }: { readonly resolved: Resolved }) {
  const [dialog, setDialog] = useState<'network' | 'image' | null>(null)
  const [theme, setTheme] = useState<Theme>(initialTheme)
  const picture = usePictures((state) => state.picture)
  const close = () => setDialog(null)
  const title = resolved.architecture.title
  return (
    <header className="header">
      <h1>Layerwise</h1>
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
      <button
        type="button"
        className="button chooser"
        aria-haspopup="dialog"
        aria-label={`Image: ${picture?.name ?? 'loading'}`}
        onClick={() => setDialog('image')}
      >
        {picture && <Thumbnail picture={picture} size={28} />}
        <span className="chooser-text">{picture?.name ?? 'Image'}</span>
        <ChevronDown aria-hidden size={16} />
      </button>
      <span className="header-gap" />
      <BackendMenu />
      <Segmented
        legend="Theme"
        value={theme}
        onChange={(next) => {
          setTheme(next)
          chooseTheme(next)
        }}
        choices={[
          { value: 'light', name: 'Light', label: <Sun aria-hidden size={18} /> },
          { value: 'dark', name: 'Dark', label: <Moon aria-hidden size={18} /> },
          { value: 'projector', name: 'Projector', label: <Presentation aria-hidden size={18} /> },
        ]}
      />
      <NetworkDialog open={dialog === 'network'} onClose={close} />
      <ImageDialog open={dialog === 'image'} onClose={close} input={resolved.architecture.input} />
    </header>
  )
}
