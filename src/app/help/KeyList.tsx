import { Fragment } from 'react'
import { caps } from './keys'
import './keys.css'

interface Props {
  readonly title: string
  readonly bindings: readonly { readonly keys: readonly string[]; readonly does: string }[]
}

/** Keys and what they do, under a heading. */
export function KeyList({ title, bindings }: Props) {
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
