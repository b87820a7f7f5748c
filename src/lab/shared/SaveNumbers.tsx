import { FileDown } from 'lucide-react'
import { csvOf } from '../../ui/csv'
import { download } from '../../ui/download'

/** Hands over the numbers of a lab as comma-separated values, head line first; a saved picture leaves the button out. */
export function SaveNumbers({
  name,
  rows,
  disabled = false,
  isPageOnly = false,
}: {
  /** Of the file, without its ending. */
  readonly name: string
  readonly rows: () => readonly (readonly (string | number)[])[]
  readonly disabled?: boolean
  /** Left out on slides, where its line is needed. */
  readonly isPageOnly?: boolean
}) {
  return (
    <button
      type="button"
      className={isPageOnly ? 'button small page-only' : 'button small'}
      data-not-saved
      disabled={disabled}
      onClick={() => download(new Blob([csvOf(rows())], { type: 'text/csv' }), `${name}.csv`)}
    >
      <FileDown aria-hidden size={14} /> Save the numbers (CSV)
    </button>
  )
}
