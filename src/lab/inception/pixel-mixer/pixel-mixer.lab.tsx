import './pixel-mixer.css'
import { type PointerEvent, useEffect, useMemo, useRef } from 'react'
import { Slider } from '../../../ui/Slider'
import { GreyCanvas } from '../../shared/GreyCanvas'
import { side, useReadersPhoto } from '../../shared/photo'
import { channelOf, filters, mix, mixAt, type Weights } from './mix'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const colours = ['red', 'green', 'blue'] as const

/** A 1×1 convolution with one filter over the colours of a picture: every pixel gets the same weighted sum. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { red, green, blue, row, column } = value
  const weights: Weights = useMemo(() => [red, green, blue], [red, green, blue])
  const at = [row, column] as const
  const photo = useReadersPhoto('cat-1')
  const data = photo && photo !== 'missing' ? photo.data : null
  const channels = useMemo(() => data && colours.map((_, c) => channelOf(data, c)), [data])
  const mixed = useMemo(() => data && mix(data, weights), [data, weights])
  if (photo === 'missing') return <p className="problem">The drawing could not be loaded.</p>
  const pixel = at[0] * side + at[1]
  const sum = data ? mixAt(data, pixel, weights) : 0
  return (
    <div className="lab-body">
      <div className="lab-controls">
        {filters.map((filter) => (
          <button
            key={filter.name}
            type="button"
            className="button small"
            aria-pressed={filter.weights.every((weight, c) => weight === weights[c])}
            onClick={() => {
              const [red, green, blue] = filter.weights
              onChange({ red, green, blue })
            }}
          >
            {filter.name}
          </button>
        ))}
      </div>
      <div className="mixer-channels">
        {colours.map((colour, c) => (
          <figure key={colour}>
            <Marked at={at}>
              <GreyCanvas values={channels && channels[c]} label={`The ${colour} channel`} />
            </Marked>
            <figcaption>
              <Slider
                label={colour}
                value={weights[c]}
                min={-1}
                max={1}
                step={0.1}
                text={tenths(weights[c])}
                onChange={(weight) => onChange({ [colours[c]]: weight })}
              />
            </figcaption>
          </figure>
        ))}
      </div>
      <div className="mixer-pictures">
        <figure>
          <Pickable photo={photo} at={at} onPick={([row, column]) => onChange({ row, column })} />
          <figcaption>the picture: choose a pixel</figcaption>
        </figure>
        <figure>
          <Marked at={at}>
            <GreyCanvas values={mixed} label="The new channel" />
          </Marked>
          <figcaption>the new channel, after ReLU</figcaption>
        </figure>
        <div className="mixer-place">
          <Slider label="row" value={at[0]} min={0} max={side - 1} onChange={(row) => onChange({ row })} />
          <Slider
            label="column"
            value={at[1]}
            min={0}
            max={side - 1}
            onChange={(column) => onChange({ column })}
          />
        </div>
      </div>
      <p className="arithmetic" role="status">
        {data &&
          `${sumOf(colours.map((_, c) => [weights[c], data[4 * pixel + c]]))} = ${tenths(sum)}${sum < 0 ? ', and 0 after ReLU' : sum > 255 ? ', drawn as white' : ''}`}
      </p>
    </div>
  )
}

const tenths = (value: number) => value.toFixed(1).replace('-', '−')

/** `0.3·210 − 0.6·165`: products with the sign of their weight before them. */
function sumOf(terms: readonly (readonly [weight: number, value: number])[]): string {
  return terms
    .map(([weight, value], i) =>
      i > 0 && weight < 0
        ? `− ${tenths(-weight)}·${value}`
        : `${i > 0 ? '+ ' : ''}${tenths(weight)}·${value}`,
    )
    .join(' ')
}

/** The picture in its colors; a click chooses the pixel whose sum is written out. */
function Pickable({
  photo,
  at,
  onPick,
}: {
  readonly photo: ImageData | null
  readonly at: readonly [number, number]
  readonly onPick: (at: readonly [number, number]) => void
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (photo) canvas.current?.getContext('2d')?.putImageData(photo, 0, 0)
  }, [photo])
  function pick(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    const place = (offset: number, size: number) =>
      Math.min(side - 1, Math.max(0, Math.floor((offset / size) * side)))
    onPick([place(event.clientY - box.top, box.height), place(event.clientX - box.left, box.width)])
  }
  return (
    <Marked
      at={at}
      onPointerDown={pick}
      onPointerMove={(event) => {
        if (event.buttons > 0) pick(event)
      }}
    >
      <canvas ref={canvas} width={side} height={side} role="img" aria-label="The picture in its colors" />
    </Marked>
  )
}

/** A picture with a ring around the chosen pixel. */
function Marked({
  at,
  children,
  ...handlers
}: {
  readonly at: readonly [row: number, column: number]
  readonly children: React.ReactNode
  readonly onPointerDown?: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove?: (event: PointerEvent<HTMLElement>) => void
}) {
  const share = (pixel: number) => `${((pixel + 0.5) / side) * 100}%`
  return (
    <span className="mixer-picture" data-picks={handlers.onPointerDown ? true : undefined} {...handlers}>
      {children}
      <span
        className="mixer-mark"
        style={{ insetBlockStart: share(at[0]), left: share(at[1]) }}
        aria-hidden
      />
    </span>
  )
}
