import { Dialog } from '../../ui/Dialog'
import { graphKeys } from '../help/does'
import { KeyList } from '../help/KeyList'
import { LetterSwitch } from '../help/LetterSwitch'
import { talkKeys } from '../mirror/talkKeys'
import { deckKeys } from './deckKeys'

const { jump, ...others } = deckKeys
const rows = [...Object.values(others), { ...jump, keys: ['1 2 3 …', ...jump.keys] }]

/** Every key of the slides, from the table that the handler reads. */
export function DeckKeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Keys"
      about="After a click in the figure, the arrow keys still change slides; once you reach the figure with Tab, they move within it. The page keys, which clickers send, always change slides."
      wide
    >
      <div className="keys-lists">
        <KeyList title="On the slides" bindings={rows} />
        <KeyList title="In a talk" bindings={Object.values(talkKeys)} />
        <KeyList title="In the graph, reached with Tab" bindings={graphKeys} />
      </div>
      <LetterSwitch />
    </Dialog>
  )
}
