import type { ReactNode } from 'react'
import { Readable } from '../../shared/hidden'
import type { Head } from './heads'

/** A number of the last layer, which waits for an answer where that layer reads the whole map. */
export function Waiting({ head, children }: { readonly head: Head; readonly children: ReactNode }) {
  return (
    <Readable of="flattened" when={head === 'flatten'}>
      {children}
    </Readable>
  )
}
