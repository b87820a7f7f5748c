import type { CSSProperties } from 'react'
import { type Course, rowsOf, shiftsOf } from './river'

/** The network of the first page at work, as numbers and words that the build has. */
export interface Still {
  readonly title: string
  /** The river for a wide and for a narrow page, each for a width in pixels. */
  readonly courses: readonly { readonly name: string; readonly width: number; readonly course: Course }[]
  /** Of its tensors, the image first. */
  readonly shapes: readonly string[]
  /** Probabilities of the classes. */
  readonly values: readonly number[]
  /** What it says the image is. */
  readonly word: string
  readonly bars: readonly { readonly name: string; readonly value: number; readonly text: string }[]
  /** What it was trained on. */
  readonly origin: string
}

interface Props {
  readonly still: Still
  /** Addresses of the image and of its maps below each other. */
  readonly image: string
  readonly maps: string
}

/** A cell of a class and the gap below it, in pixels, as `ClassCells` has them. */
const cellOf = (middle: number, classes: number) => Math.min(10, (2 * middle * 0.8) / classes)

/** What `Picture` shows at first, before anything of it works: in the same places, so that nothing moves when it does. */
export function StillPicture({
  still: { title, courses, shapes, values, word, bars, origin },
  image,
  maps,
}: Props) {
  const looks = { '--image': `url(${image})`, '--maps': `url(${maps})` } as CSSProperties
  return (
    <figure className="living" aria-label={`${title} at work`} style={looks}>
      {courses.map(({ name, width, course }) => {
        // Shares of the width of the place.
        const of = (pixels: number) => `${Number(((100 * pixels) / width).toFixed(3))}cqi`
        const cell = cellOf(course.middle, values.length)
        const inTwo = shapes.map((shape) => [shape.slice(0, -channelsOf(shape).length), channelsOf(shape)])
        const shifts =
          name === 'wide'
            ? null
            : shiftsOf(
                inTwo.map(([sides, channels]) => Math.max(sides.length * thin, channels.length * letter)),
                course.faces,
                space,
                width,
              )
        const labels = name === 'wide' ? shapes : shapes.map(channelsOf)
        const rows = rowsOf(
          labels.map((label) => (name === 'wide' ? 0 : label.length * letter)),
          course.faces,
          space,
        )
        const lines = shifts ? 2 : 1 + Math.max(...rows.map((row = 0) => row))
        return (
          <div key={name} className={`still-river ${name}`} aria-hidden>
            <div
              className="river"
              style={{ blockSize: `calc(${of(course.height)} + ${1.35 * lines}em + 4px)` }}
            >
              <svg
                className="river-water"
                viewBox={`0 0 ${width} ${Math.ceil(course.height)}`}
                style={{ inlineSize: '100cqi' }}
              >
                {course.ribbons.map(({ strips, arc }, i) => (
                  <g key={i}>
                    {strips.map(({ path, outline }, k) => (
                      <path
                        key={k}
                        d={outline}
                        style={
                          {
                            '--strip': path === null ? 'var(--ink-soft)' : `var(--path-${path + 1})`,
                          } as CSSProperties
                        }
                      />
                    ))}
                    {arc !== null && <path d={arc} className="river-arc" />}
                  </g>
                ))}
              </svg>
              <ol>
                {course.faces.map(({ x, side }, i) => (
                  <li
                    key={i}
                    style={{
                      insetInlineStart: of(x),
                      inlineSize: of(side),
                      insetBlockStart: of(course.middle - side / 2),
                    }}
                  >
                    <span
                      className="river-face"
                      // When its maps are painted, the bench reads.
                      {...(i === 1 && { elementtiming: 'still picture' })}
                      style={{
                        backgroundImage: i === 0 ? 'var(--image)' : 'var(--maps)',
                        ...(i > 0 && {
                          backgroundSize: `100% ${100 * (shapes.length - 1)}%`,
                          backgroundPositionY: `${(100 * (i - 1)) / (shapes.length - 2)}%`,
                        }),
                      }}
                    />
                    <span
                      className="river-label"
                      style={{
                        insetBlockStart: of(course.height - course.middle + side / 2),
                        ...(shifts && { marginInlineStart: of(shifts[i]) }),
                      }}
                    >
                      {shifts ? <span>{inTwo[i][0]}</span> : rows[i] === 1 && <span>{'\u00a0'}</span>}
                      {(shifts || rows[i] !== undefined) && <span>{labels[i]}</span>}
                    </span>
                  </li>
                ))}
              </ol>
              <div
                className="river-values"
                style={{
                  insetInlineStart: of(course.end.x),
                  inlineSize: of(course.end.width),
                  insetBlockStart: `calc(${of(course.middle)} - ${(cell * values.length) / 2}px)`,
                }}
              >
                {values.map((value, i) => (
                  <span key={i} style={{ blockSize: cell - 1, '--value': value } as CSSProperties} />
                ))}
              </div>
            </div>
          </div>
        )
      })}
      <div className="living-answer">
        <p className="living-word">
          {word} <span>{bars[0].text}</span>
        </p>
        <ol className="living-bars">
          {bars.map(({ name, value, text }) => (
            <li key={name}>
              <span>{name}</span>
              <span className="living-bar">
                <span style={{ inlineSize: `${value * 100}%` }} />
              </span>
              <b>{text}</b>
            </li>
          ))}
        </ol>
      </div>
      <div className="living-notes">
        <p className="origin trained small-text">{origin}</p>
      </div>
    </figure>
  )
}

/** `×64` of `112×112×64`. */
const channelsOf = (shape: string) => shape.slice(shape.lastIndexOf('×'))

/** Of a letter of a label and of the space after one, in pixels, about. */
const letter = 8.2
const thin = 7.3
const space = 4
