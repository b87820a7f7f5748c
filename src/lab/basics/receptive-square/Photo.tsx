import { useEffect, useRef } from 'react'
import type { Field } from './fields'
import { contextOf } from '../../../ui/canvas'

interface Props {
  readonly image: string
  /** Pixels of the image along a side. */
  readonly size: number
  readonly fields: readonly Field[]
  /** The field that stands out. */
  readonly chosen: number
}

/** A photograph in as many pixels as the network reads, with the square that a unit sees; padding lies around it. */
export function Photo({ image, size, fields, chosen }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const picture = new Image()
    let gone = false
    picture.onload = () => {
      if (gone || !canvas.current) return
      contextOf(canvas.current).drawImage(picture, 0, 0, size, size)
    }
    picture.src = image
    return () => {
      gone = true
    }
  }, [image, size])
  const low = Math.min(0, ...fields.map(({ start }) => start))
  const high = Math.max(size, ...fields.map((field) => field.start + field.size))
  const percent = (value: number) => `${(100 * value) / (high - low)}%`
  return (
    <div
      className="field-view"
      role="img"
      aria-label={`${fields[chosen].name}: a square of ${fields[chosen].size} pixels on an image of ${size}`}
    >
      <canvas
        ref={canvas}
        width={size}
        height={size}
        className={size < 100 ? 'coarse' : undefined}
        style={{
          insetBlockStart: percent(-low),
          insetInlineStart: percent(-low),
          inlineSize: percent(size),
          blockSize: percent(size),
        }}
      />
      {fields.map((field, i) => (
        <span
          key={field.id}
          className={i === chosen ? 'field-square chosen' : 'field-square'}
          style={{
            insetBlockStart: percent(field.start - low),
            insetInlineStart: percent(field.start - low),
            inlineSize: percent(field.size),
            blockSize: percent(field.size),
          }}
        />
      ))}
    </div>
  )
}
