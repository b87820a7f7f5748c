import { Plus, Trash2, Upload } from 'lucide-react'
import { useState } from 'react'
import type { Pixels } from '../../../runtime/types'
import { messageOf } from '../../../runtime/words'
import { FileButton } from '../../../ui/FileButton'
import { readImage } from '../../transfer/own-classes/files'
import { shrunk } from '../../transfer/own-classes/shots'
import { keptSide, mostClasses, mostImages, type Pile, roomFor } from './piles'

interface Props {
  readonly piles: readonly Pile[]
  readonly onChange: (change: (before: readonly Pile[]) => readonly Pile[]) => void
  readonly disabled: boolean
}

/** Files that are read before the network gets another set of images. */
const together = 20

/** Classes of the reader’s own image files, which stay on this device. */
export function OwnImages({ piles, onChange, disabled }: Props) {
  const [problem, setProblem] = useState('')
  const edit = (at: number, change: (pile: Pile) => Pile) =>
    onChange((all) => all.map((pile, i) => (i === at ? change(pile) : pile)))
  async function add(at: number, files: readonly File[]) {
    const { used, said } = roomFor(piles[at], files)
    const failed: string[] = []
    let read: Pixels[] = []
    for (const [i, file] of used.entries()) {
      try {
        read.push(shrunk(await readImage(file), keptSide))
      } catch (error) {
        failed.push(messageOf(error))
      }
      if (read.length < together && i < used.length - 1) continue
      const more = read
      edit(at, (pile) => ({ ...pile, images: [...pile.images, ...more].slice(0, mostImages) }))
      read = []
    }
    setProblem([...(said ? [said] : []), ...failed.slice(0, 3)].join(' '))
  }
  return (
    <div className="own-piles">
      {piles.map(({ name, images }, i) => (
        <div key={i} className="lab-controls" role="group" aria-label={`Class “${name}”`}>
          <input
            className="input"
            aria-label="Name of the class"
            maxLength={24}
            value={name}
            disabled={disabled}
            onChange={(event) => edit(i, (pile) => ({ ...pile, name: event.target.value }))}
          />
          <FileButton
            className="small"
            multiple
            accept="image/*"
            label={`Image files for “${name}”`}
            onFiles={(files) => void add(i, files)}
          >
            <Upload aria-hidden size={14} /> Files
          </FileButton>
          <span className="soft small-text">
            {images.length} {images.length === 1 ? 'image' : 'images'}
          </span>
          {piles.length > 2 && (
            <button
              type="button"
              className="button icon small quiet"
              aria-label={`Remove the class “${name}”`}
              disabled={disabled}
              onClick={() => onChange((all) => all.filter((_, k) => k !== i))}
            >
              <Trash2 aria-hidden size={16} />
            </button>
          )}
        </div>
      ))}
      <button
        type="button"
        className="button small"
        disabled={disabled || piles.length >= mostClasses}
        onClick={() => onChange((all) => [...all, { name: `class ${all.length + 1}`, images: [] }])}
      >
        <Plus aria-hidden size={14} /> Another class
      </button>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <p className="soft small-text">
        Every third image of a class is held out for the test; a class holds up to {mostImages}. Your images
        stay on this device, and no link contains them.
      </p>
    </div>
  )
}
