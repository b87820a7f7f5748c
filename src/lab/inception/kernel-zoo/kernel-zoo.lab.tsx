import './kernel-zoo.css'
import { type KeyboardEvent, type PointerEvent, useContext, useDeferredValue, useMemo, useState } from 'react'
import { Dialog } from '../../../ui/Dialog'
import { Segmented } from '../../../ui/Segmented'
import { GreyCanvas } from '../../shared/GreyCanvas'
import { convolve, type Grey, greyOf, type Task } from './blur'
import { ReadersImage, side as photoSide, useReadersPhoto } from '../../shared/photo'
import { Readable, useIsHidden } from '../../shared/hidden'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const sides = [1, 3, 5, 7, 11]

const photos = [
  { value: 'cat-1', label: 'Cat' },
  { value: 'automobile-1', label: 'Car' },
  { value: 'ship-2', label: 'Yacht' },
] as const

/** What a window of one pixel does, where a larger one answers to edges or blurs. */
const alone: Readonly<Record<Task, string>> = {
  edges: 'A 1×1 kernel has no left and right half, so here it passes the picture on unchanged.',
  mean: 'The mean of one pixel is that pixel, so a 1×1 kernel passes the picture on unchanged.',
}

/** The same picture through windows of five sizes; each is drawn over the picture as large as it is. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { picture: name, task } = value
  const photo = useReadersPhoto(name)
  const isHidden = useIsHidden('weights')
  const readers = useContext(ReadersImage)
  const all = useMemo(() => (photo && photo !== 'missing' ? greyOf(photo) : null), [photo])
  // One picture after the other: on a slow machine the page can be scrolled in between.
  const grey = useDeferredValue(all)
  const [large, setLarge] = useState<number | null>(null)
  const [at, onAt] = useState(middle)
  return (
    <div className="lab-body kernel-zoo">
      <div className="lab-controls">
        <Segmented
          legend="Picture"
          value={readers.image ? null : name}
          choices={photos}
          onChange={(picture) => {
            readers.putAway()
            onChange({ picture })
          }}
        />
        <Segmented
          legend="What the kernel does"
          value={task}
          choices={[
            { value: 'edges', label: 'Right minus left' },
            { value: 'mean', label: 'Mean' },
          ]}
          onChange={(task) => onChange({ task })}
        />
      </div>
      {photo === 'missing' ? (
        <p className="problem">The drawing could not be loaded.</p>
      ) : (
        <div className="kernel-row">
          {sides.map((side) => (
            <figure key={side}>
              <button
                type="button"
                className="kernel-open"
                title="Larger, next to the picture itself"
                onClick={() => setLarge(side)}
              >
                <Filtered photo={grey} task={task} side={side} />
              </button>
              <figcaption>
                <strong>
                  {side}×{side}
                </strong>{' '}
                <span>
                  <Readable of="weights">
                    {side * side} {side === 1 ? 'weight' : 'weights'}
                  </Readable>
                </span>
                <span
                  className="kernel-cost"
                  style={{ inlineSize: isHidden ? 0 : `${((side * side) / 121) * 100}%` }}
                />
              </figcaption>
            </figure>
          ))}
        </div>
      )}
      {large !== null && (
        <Dialog
          open
          wide
          onClose={() => setLarge(null)}
          title={`Through a kernel of ${large}×${large}`}
          about="On the left is the picture, on the right the output of the kernel. The red square is what one output value sees; press on either picture, or use the arrow keys on it, to move the square."
        >
          <div className="kernel-pair">
            <Filtered photo={grey} task="mean" side={1} window={large} {...{ at, onAt }} />
            <Filtered photo={grey} task={task} side={large} {...{ at, onAt }} />
          </div>
        </Dialog>
      )}
      <p className="soft">
        Weights are per pair of input and output channels. The picture is {photoSide} pixels wide; the kernels
        were made by hand, not learned. {alone[task]}
      </p>
    </div>
  )
}

interface Place {
  readonly x: number
  readonly y: number
}

const middle: Place = { x: 0.5, y: 0.5 }

const moves: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** The nearest place at which a window lies within the picture. */
function within({ x, y }: Place, window: number): Place {
  const half = window / 2 / photoSide
  const kept = (share: number) => Math.min(1 - half, Math.max(half, share))
  return { x: kept(x), y: kept(y) }
}

function Filtered({
  photo,
  task,
  side,
  window = side,
  at = middle,
  onAt,
}: {
  readonly photo: Grey | null
  readonly task: Task
  readonly side: number
  /** The kernel whose size is drawn over it. */
  readonly window?: number
  /** Its middle, as shares of the picture. */
  readonly at?: Place
  readonly onAt?: (at: Place) => void
}) {
  const move = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons === 0) return
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    onAt?.(within({ x: (event.clientX - left) / width, y: (event.clientY - top) / height }, window))
  }
  const press = (event: KeyboardEvent) => {
    if (!Object.hasOwn(moves, event.key)) return
    event.preventDefault()
    event.stopPropagation()
    const [right, down] = moves[event.key]
    const step = Math.max(1, Math.floor(window / 2)) / photoSide
    onAt?.(within({ x: at.x + right * step, y: at.y + down * step }, window))
  }
  const start = (share: number) => `${(share - window / 2 / photoSide) * 100}%`
  const values = useMemo(() => photo && convolve(photo, task, side).values, [photo, task, side])
  const label = `The picture through a kernel of ${side} by ${side}${side === 1 ? ', unchanged' : ''}`
  const controls = onAt && {
    'data-moves': true,
    'data-keys': true,
    tabIndex: 0,
    role: 'application',
    'aria-label': `${label}: the arrow keys move the red square`,
    onPointerDown: move,
    onPointerMove: move,
    onKeyDown: press,
  }
  return (
    <span className="kernel-picture" {...controls}>
      <GreyCanvas values={values} label={label} />
      <span
        className="kernel-window"
        style={{
          inlineSize: `${(window / photoSide) * 100}%`,
          insetInlineStart: start(at.x),
          insetBlockStart: start(at.y),
        }}
        aria-hidden
      />
    </span>
  )
}
