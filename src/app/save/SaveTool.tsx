import { Download } from 'lucide-react'
import { useState } from 'react'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import type { Pictured } from './SaveDialog'

const dialog = loadable(() => import('./SaveDialog').then((m) => m.SaveDialog))

interface Props {
  readonly pictures: readonly Pictured[]
  /** Among tools that are signs where there is no room for every word. */
  readonly isSign?: boolean
}

/** Opens what saves the picture, or those that are compared. */
export function SaveTool({ pictures, isSign = false }: Props) {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button
        type="button"
        className="button small save-tool"
        title={
          pictures.length > 1
            ? 'Save both as SVG, PNG or PDF'
            : 'The picture as SVG, PNG or PDF, or the network for PyTorch, Keras, ONNX …'
        }
        onClick={({ currentTarget }) => {
          // The menu that it stands in would lie over the dialog.
          currentTarget.closest<HTMLElement>('[popover]:popover-open')?.hidePopover()
          setOpen(true)
        }}
      >
        <Download aria-hidden size={16} />
        <span className={isSign ? 'tool-text first-to-go' : undefined}>
          Save<span className="first-to-go"> {pictures.length > 1 ? 'both' : 'or export'}</span> …
        </span>
      </button>
      {isOpen && <Part name="This dialog" of={dialog} with={{ pictures, onClose: close }} onClose={close} />}
    </>
  )
}
