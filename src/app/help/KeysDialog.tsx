import { Fragment } from 'react'
import { Dialog } from '../../ui/Dialog'
import { caps, graphKeys, pageKeys, setLetterKeys, useLetterKeys } from './keys'
import './keys.css'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

/** Every key and what it does, from the tables that the handlers read. */
export function KeysDialog({ open, onClose }: Props) {
  const areOn = useLetterKeys((state) => state.areOn)
  return (
    <Dialog open={open} onClose={onClose} title="Keys">
      <div className="keys-lists">
        <KeyList title="On the page" bindings={Object.values(pageKeys)} />
        <KeyList title="In the graph" bindings={graphKeys} />
      </div>
      <label className="keys-switch">
        <input type="checkbox" checked={areOn} onChange={(event) => setLetterKeys(event.target.checked)} />
        <span>
          Keys that are a single character
          <small className="soft">
            Switched off, neither dictation nor a stray key triggers anything; keys with Ctrl, and those in
            the graph, still work.
          </small>
        </span>
      </label>
    </Dialog>
  )
}

interface ListProps {
  readonly title: string
  readonly bindings: readonly { readonly keys: readonly string[]; readonly does: string }[]
}

function KeyList({ title, bindings }: ListProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl className="keys">
        {bindings.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((name, i) => (
                <Fragment key={name}>
                  {i > 0 && <small className="soft">{' or '}</small>}
                  <span>
                    {caps(name).map((cap) => (
                      <kbd key={cap}>{cap}</kbd>
                    ))}
                  </span>
                </Fragment>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
