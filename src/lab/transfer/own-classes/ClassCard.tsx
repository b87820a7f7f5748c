import { Trash2, Upload, Video } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { FileButton } from '../../../ui/FileButton'
import { PixelCanvas } from '../../../ui/PixelCanvas'
import type { Shot } from './shots'

interface Props {
  readonly name: string
  readonly shots: readonly Shot[]
  /** Drawings on their way, whose room is kept while there are no images. */
  readonly coming: number
  readonly canRemove: boolean
  readonly isLive: boolean
  /** Takes one picture of the webcam. */
  readonly onRecord: () => void
  readonly onCamera: () => void
  readonly onFiles: (files: readonly File[]) => void
  readonly onRename: (name: string) => void
  readonly onDrop: (id: string) => void
  readonly onRemove: () => void
}

/** Pictures a second while the button is held. */
const rate = 8

/** The newest images that are shown. */
const shown = 8

/** A class: its name, its images, and how it gets more. */
export function ClassCard(props: Props) {
  const { name, shots, coming, canRemove, isLive, onCamera, onFiles, onRename, onDrop, onRemove } = props
  const { isHeld, hold } = useHold(props.onRecord)
  return (
    <section className="own-class" aria-label={`Class “${name}”`}>
      <div className="lab-controls own-name">
        <input
          className="input"
          aria-label="Name of the class"
          value={name}
          maxLength={24}
          onChange={(event) => onRename(event.target.value)}
        />
        <span className="soft">
          {shots.length} {shots.length === 1 ? 'image' : 'images'}
        </span>
        {canRemove && (
          <button
            type="button"
            className="button icon small quiet"
            aria-label={`Remove the class “${name}”`}
            onClick={onRemove}
          >
            <Trash2 aria-hidden size={16} />
          </button>
        )}
      </div>
      <div className="lab-controls" data-not-saved>
        {isLive ? (
          <button type="button" className="button small" aria-pressed={isHeld} {...hold}>
            <Video aria-hidden size={14} /> {isHeld ? 'Recording …' : 'Hold to record'}
          </button>
        ) : (
          <button type="button" className="button small" onClick={onCamera}>
            <Video aria-hidden size={14} /> Camera
          </button>
        )}
        <FileButton
          className="small"
          multiple
          accept="image/*"
          label={`Image files for “${name}”`}
          onFiles={onFiles}
        >
          <Upload aria-hidden size={14} /> Files
        </FileButton>
      </div>
      <ul className="own-shots">
        {shots.length === 0 &&
          Array.from({ length: Math.min(shown, coming) }, (_, i) => (
            <li key={i} className="own-coming" aria-hidden />
          ))}
        {shots.slice(-shown).map(({ id, pixels }, i, all) => (
          <li key={id}>
            <button
              type="button"
              aria-label={`Remove image ${shots.length - all.length + i + 1} of “${name}”`}
              title="Remove this image"
              onClick={() => onDrop(id)}
            >
              <PixelCanvas pixels={pixels} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Again and again while a pointer or a key holds a button. */
function useHold(act: () => void) {
  const [isHeld, setHeld] = useState(false)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!isHeld) return
    latest.current()
    const timer = setInterval(() => latest.current(), 1000 / rate)
    return () => clearInterval(timer)
  }, [isHeld])
  const isKey = (key: string) => key === ' ' || key === 'Enter'
  const end = () => setHeld(false)
  return {
    isHeld,
    hold: {
      onPointerDown: () => setHeld(true),
      onPointerUp: end,
      onPointerLeave: end,
      onPointerCancel: end,
      onBlur: end,
      onKeyDown: (event: React.KeyboardEvent) => {
        if (!isKey(event.key)) return
        event.preventDefault()
        setHeld(true)
      },
      onKeyUp: (event: React.KeyboardEvent) => isKey(event.key) && end(),
    },
  }
}
