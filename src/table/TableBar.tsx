import { ArrowLeft, Copy, Download, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { AxisOrder } from '../nn/shape'
import { count } from '../ui/format'
import { Dialog } from '../ui/Dialog'
import { Segmented } from '../ui/Segmented'
import { copyText, saveCsv } from './copy'
import type { Row } from './rows'
import type { Panel } from './sort'
import { toCsv, toMarkdown } from './text'

interface Props {
  /** As they stand, sorted. */
  readonly rows: readonly Row[]
  readonly order: AxisOrder
  readonly level: Panel
  /** Of the saved file, without its ending. */
  readonly fileName: string
  readonly onLevel: (level: Panel) => void
  readonly onClose: () => void
  /** Stands in place of the ways to take rows elsewhere. */
  readonly children?: ReactNode
}

const formats = { CSV: toCsv, Markdown: toMarkdown } as const

/** What the rows are, and the ways to take them elsewhere. */
export function TableBar({ rows, order, level, fileName, onLevel, onClose, children }: Props) {
  const [said, setSaid] = useState('')
  const [refused, setRefused] = useState<{ format: string; text: string } | null>(null)
  const amount = `${count(rows.length)} ${rows.length === 1 ? 'row' : 'rows'}`

  async function copy(format: keyof typeof formats) {
    const text = formats[format](rows, order)
    // Emptied first, so that the same sentence is spoken a second time.
    setSaid('')
    if (await copyText(text)) setSaid(`Copied ${amount} as ${format}.`)
    else setRefused({ format, text })
  }

  return (
    <div className="table-bar">
      <button type="button" className="button small table-back" onClick={onClose}>
        <ArrowLeft aria-hidden size={16} /> Back to the graph
      </button>
      <Segmented
        small
        legend="Rows of the table"
        value={level}
        onChange={onLevel}
        choices={[
          { value: 'stages', label: 'Stages' },
          { value: 'layers', label: 'Layers' },
          { value: 'code', label: 'Code', name: 'The network as a program' },
        ]}
      />
      <span className="table-actions">
        {children ?? (
          <>
            {(['CSV', 'Markdown'] as const).map((format) => (
              <button
                key={format}
                type="button"
                className="button small"
                aria-label={`Copy as ${format}`}
                onClick={() => void copy(format)}
              >
                <Copy aria-hidden size={14} /> {format}
              </button>
            ))}
            <button
              type="button"
              className="button small"
              aria-label="Save as .csv"
              onClick={() => {
                saveCsv(toCsv(rows, order), `${fileName}.csv`)
                setSaid(`Saved ${amount} as ${fileName}.csv.`)
              }}
            >
              <Download aria-hidden size={14} /> .csv
            </button>
          </>
        )}
      </span>
      <p className="table-said small-text soft" role="status">
        {said}
      </p>
      <button
        type="button"
        className="button quiet icon small table-close"
        aria-label="Close the table"
        onClick={onClose}
      >
        <X aria-hidden size={16} />
      </button>
      {refused && (
        <Dialog
          open
          onClose={() => setRefused(null)}
          title={`Copy ${amount} as ${refused.format}`}
          about="The browser did not let the page copy. The text is selected: press Ctrl+C, or ⌘C on a Mac."
        >
          <textarea
            className="input table-text"
            data-first
            readOnly
            rows={14}
            aria-label={`The table as ${refused.format}`}
            value={refused.text}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Dialog>
      )}
    </div>
  )
}
