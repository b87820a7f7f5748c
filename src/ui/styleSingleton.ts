import { useEffect } from 'react'
import { adopt } from './adopted'

/** In place of the package of this name, with which Radix holds the page still behind a dialog: it adds a style element. */
export function styleSingleton() {
  let count = 0
  let leave: (() => void) | undefined
  return function Sheet({ styles }: { readonly styles: string }): null {
    // What is there already stays as it is, however often it is asked for.
    useEffect(() => {
      if (count++ === 0) leave = adopt(styles)
      return () => {
        if (--count === 0) leave?.()
      }
      // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [])
    return null
  }
}
