import { CodeXml } from 'lucide-react'
import { useState } from 'react'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import type { EmbedProps } from './EmbedDialog'

const embedDialog = loadable(() => import('./EmbedDialog').then((m) => m.EmbedDialog))

/** Opens what gives a figure or a slide to other pages. */
export function EmbedButton(props: Omit<EmbedProps, 'onClose'>) {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button
        type="button"
        className="button small"
        onClick={({ currentTarget }) => {
          // A panel would lie over the dialog that is opened from it.
          currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
          setOpen(true)
        }}
      >
        <CodeXml aria-hidden size={14} /> Embed …
      </button>
      {isOpen && (
        <Part name="This dialog" of={embedDialog} with={{ ...props, onClose: close }} onClose={close} />
      )}
    </>
  )
}
