import { Keyboard } from 'lucide-react'
import { useState } from 'react'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { type Command, useKeys, withKey } from './keys'

const dialog = loadable(() => import('./KeysDialog').then((m) => m.KeysDialog))

/** Lists the keys of a page that knows only some of them, by a button and by `?`. */
export function KeysButton({ commands }: { readonly commands: readonly Command[] }) {
  const [isOpen, setOpen] = useState(false)
  useKeys({ help: () => setOpen(true) })
  const close = () => setOpen(false)
  return (
    <>
      <button
        type="button"
        className="button icon for-keys"
        aria-haspopup="dialog"
        aria-label="Keys"
        title={withKey('Keys', 'help')}
        onClick={() => setOpen(true)}
      >
        <Keyboard aria-hidden size={18} />
      </button>
      {isOpen && (
        <Part
          name="This dialog"
          of={dialog}
          with={{ open: true, onClose: close, commands }}
          onClose={close}
        />
      )}
    </>
  )
}
