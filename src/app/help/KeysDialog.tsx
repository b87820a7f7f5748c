import { Dialog } from '../../ui/Dialog'
import { KeyList } from './KeyList'
import { graphKeys, pageKeys } from './keys'
import { LetterSwitch } from './LetterSwitch'
import './keys.css'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

/** Every key and what it does, from the tables that the handlers read. */
export function KeysDialog({ open, onClose }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="Keys">
      <div className="keys-lists">
        <KeyList title="On the page" bindings={Object.values(pageKeys)} />
        <KeyList title="In the graph" bindings={graphKeys} />
      </div>
      <LetterSwitch />
    </Dialog>
  )
}
