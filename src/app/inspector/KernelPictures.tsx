import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { kindOf, paint, scaleOf } from '../../featuremaps/colour'
import { count, measured } from '../../ui/format'
import { colours, type Pictures } from './kernels'

interface Props {
  readonly pictures: Pictures
  /** The largest absolute value of the weight: the same scale for all pictures. */
  readonly reach: number
}

/** Pictures that are in the page at first; the rest comes when it is asked for. */
const first = 128

/** All kernels as small pictures, and the chosen one enlarged. */
export function KernelPictures({ pictures, reach }: Props) {
  const [chosen, setChosen] = useState(0)
  const [all, setAll] = useState(false)
  const name = useId()
  const shown = all ? pictures.count : Math.min(first, pictures.count)
  const at = Math.min(chosen, pictures.count - 1)
  const { one, height, width, depth } = pictures
  return (
    <div className="kernels">
      <fieldset className="kernel-grid">
        <legend className="small-text soft">
          {count(pictures.count)} {one}s of {height}×{width}
          {depth === 3
            ? ' in color: gray is 0, and a color is strong where its weight is large.'
            : ': white is 0, red above, blue below.'}{' '}
          Choose one to enlarge it.
        </legend>
        {Array.from({ length: shown }, (_, i) => (
          <label key={i} title={`${one} ${i}`}>
            <input
              type="radio"
              name={name}
              checked={i === at}
              onChange={() => setChosen(i)}
              aria-label={`${one} ${i}`}
            />
            <Kernel pictures={pictures} index={i} reach={reach} />
          </label>
        ))}
      </fieldset>
      {shown < pictures.count && (
        <button type="button" className="button small" onClick={() => setAll(true)}>
          Show all {count(pictures.count)}
        </button>
      )}
      <figure className="kernel-large">
        <Kernel pictures={pictures} index={at} reach={reach} />
        <figcaption className="small-text soft">
          {one} {at}, {height} by {width}
          {depth === 3 && ' pixels of red, green and blue'}. The strongest color is ±{measured(reach)}.
        </figcaption>
      </figure>
    </div>
  )
}

interface KernelProps {
  readonly pictures: Pictures
  readonly index: number
  readonly reach: number
}

function Kernel({ pictures, index, reach }: KernelProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { height, width, depth } = pictures
  const values = useMemo(() => pictures.picture(index), [pictures, index])
  useEffect(() => {
    const context = canvas.current!.getContext('2d')
    if (!context) return
    const image = context.createImageData(width, height)
    if (depth === 3) image.data.set(colours(values, reach))
    else {
      const range = { min: -reach, max: reach }
      paint({ values, height, width, channels: 1 }, 0, scaleOf(kindOf(range), range), image.data)
    }
    context.putImageData(image, 0, 0)
  }, [values, height, width, depth, reach])
  return <canvas ref={canvas} width={width} height={height} aria-hidden />
}
