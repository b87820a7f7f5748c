import type { ReactNode } from 'react'

/** A table that may be wider than its place: it scrolls in a box of its own, with the keyboard too. */
export function TableScroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="lab-scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
