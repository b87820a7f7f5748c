import { Dialog } from '../../ui/Dialog'
import { NetworkList } from '../explorer/NetworkDialog'
import { useStore } from '../state/store'
import { compareBoth } from './both'
import './compare.css'
import { pairs, titleOf } from './offers'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  /** The network that stays. */
  readonly title: string
}

/** Chooses what the network is compared with: a well-known pair, or any network. */
export function CompareDialog({ open, onClose, title }: Props) {
  const { compareWith } = useStore.getState()
  const beside = useStore((state) => state.beside)
  return (
    <Dialog
      open={open}
      onClose={onClose}
      tall
      title="Compare two networks"
      about={`Choose a pair, or a network to compare with ${title}.`}
    >
      <div className="compare-choice">
        <ul className="pairs" aria-label="Pairs">
          {pairs.map(({ left, right, options, about }) => (
            <li key={`${left} ${right}`}>
              <button
                type="button"
                className="button pair"
                onClick={() => {
                  compareBoth(left, right, options)
                  onClose()
                }}
              >
                <b>
                  {titleOf(left)} / {titleOf(right)}
                </b>
                <span className="small-text soft">{about}</span>
              </button>
            </li>
          ))}
        </ul>
        <NetworkList
          chosen={beside}
          onTake={(id) => {
            compareWith(id)
            onClose()
          }}
          onLeave={onClose}
        />
      </div>
    </Dialog>
  )
}
