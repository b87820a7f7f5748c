import { Dialog } from '../../ui/Dialog'
import { graphKeys, saidKeys } from './does'
import { KeyList } from './KeyList'
import type { Command } from './keys'
import { LetterSwitch } from './LetterSwitch'
import './keys.css'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  /** Those that the page has; unless said, all of them and those of the graph. */
  readonly commands?: readonly Command[]
}

/** Every key and what it does, from the tables that the handlers read. */
export function KeysDialog({ open, onClose, commands }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="Keys">
      <div className="keys-lists">
        <KeyList title="On the page" bindings={saidKeys(commands)} />
        {!commands && <KeyList title="In the graph" bindings={graphKeys} />}
      </div>
      <LetterSwitch />
    </Dialog>
  )
}
