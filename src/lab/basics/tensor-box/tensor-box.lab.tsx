import './tensor-box.css'
import { count } from '../../../ui/format'
import { Slider } from '../../../ui/Slider'
import { Box } from './Box'
import { outputOf, unseenInWords, unseenOf } from './output'
import { useWidth } from '../../shared/useWidth'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** A tensor goes through one convolution: two boxes, and the arithmetic of their sides. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const plan = value
  const { size, from, kernel, stride, pad, filters } = plan
  const { shape, steps, problem } = outputOf(plan)
  const { ref, width, text, room } = useWidth<HTMLDivElement>()
  /** Pixels of the drawing for the larger of both boxes. */
  const side = Math.min(width * (room > 1 ? 0.34 : 0.28), 190 * room)
  const unit = side / Math.max(size, shape?.[0] ?? 0)
  const deep = (channels: number) => (4 + Math.sqrt(channels) * 6) * Math.min(1, side / 160)
  const top = deep(256) * 0.6 + 4
  const place = (length: number) => (side - length * unit) / 2
  return (
    <div className="lab-body">
      <div className="lab-sliders">
        <Slider label="side" value={size} min={4} max={256} onChange={(value) => onChange({ size: value })} />
        <Slider
          label="channels"
          value={from}
          min={1}
          max={64}
          onChange={(value) => onChange({ from: value })}
        />
        <Slider
          label="kernel"
          value={kernel}
          min={1}
          max={11}
          onChange={(value) => onChange({ kernel: value })}
        />
        <Slider
          label="stride"
          value={stride}
          min={1}
          max={4}
          onChange={(value) => onChange({ stride: value })}
        />
        <Slider label="padding" value={pad} min={0} max={5} onChange={(value) => onChange({ pad: value })} />
        <Slider
          label="filters"
          value={filters}
          min={1}
          max={256}
          onChange={(value) => onChange({ filters: value })}
        />
      </div>
      <div ref={ref}>
        <svg
          className="tensor-picture"
          width={width}
          height={top + side + text * 3.4}
          role="img"
          aria-label={`A box ${size} high, ${size} wide and ${from} deep${shape ? ` becomes one of ${shape.join(' by ')}` : ', and no output'}`}
        >
          <Box
            title="input"
            shape={[size, size, from]}
            unit={unit}
            depth={deep(from)}
            window={{ at: 0, size: Math.min(kernel, size) }}
            x={width * 0.04 + place(size)}
            y={top + place(size)}
            text={text}
            colour="var(--family-input)"
          />
          {shape && (
            <Box
              title="output"
              shape={shape}
              unit={unit}
              depth={deep(filters)}
              window={{ at: 0, size: 1 }}
              x={width * 0.58 + place(shape[1])}
              y={top + place(shape[0])}
              text={text}
              colour="var(--family-convolution)"
            />
          )}
          <path
            d={`M ${width * 0.47} ${top + side / 2} h 36 m -9 -7 l 9 7 l -9 7`}
            className="tensor-arrow"
          />
        </svg>
      </div>
      <div role="status">
        {shape ? (
          <>
            <p className="arithmetic-line arithmetic">
              ⌊({size} + 2·{pad} − {kernel})/{stride}⌋ + 1 = ⌊{count2(steps)}⌋ + 1 ={' '}
              <strong>{shape[0]}</strong>
            </p>
            <p className="soft">
              {unseenInWords(unseenOf(plan))} {count(size * size * from)} values become{' '}
              {count(shape[0] * shape[1] * shape[2])}.
            </p>
          </>
        ) : (
          <p className="problem">{problem}</p>
        )}
      </div>
    </div>
  )
}

/** At most two digits after the point: steps are halves, thirds or quarters. */
const count2 = (value: number) => String(Math.round(value * 100) / 100)
