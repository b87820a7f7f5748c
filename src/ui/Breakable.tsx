import { Fragment } from 'react'
import { partsOf } from './breaks'

/** An id of a layer, or words with one, that breaks where its parts end: in a narrow place it would break at any letter. */
export function Breakable({ text }: { readonly text: string }) {
  return partsOf(text).map((part, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
