import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { beyondWords, reaching } from '../../ui/axis'
import { percent } from '../../ui/format'
import { beyond, Chart } from '../../ui/Plot'
import type { Drawing } from '../../ui/told'

/** What a run gave at some of its steps. */
export interface StepLine {
  readonly name: string
  readonly colour: string
  /** As `stroke-dasharray` has it. */
  readonly dash?: string
  readonly width?: number
  readonly points: readonly { readonly step: number; readonly value: number }[]
}

interface Props {
  readonly title: string
  readonly lines: readonly StepLine[]
  /** Where the axis of steps ends. */
  readonly steps: number
  /** Where the other axis ends unless a line stands above it now; how far one went beyond is said in words. 1 is that of shares. */
  readonly top: number
  /** What guessing gives. */
  readonly guessing: number
  readonly say: (value: number) => string
  /** The step that is shown elsewhere. */
  readonly at?: number | null
  /** What a screen reader hears after the title; the last value of each line unless said. */
  readonly reading?: string
  readonly isLow?: boolean
  /** A color that stands out; null while all are alike. */
  readonly emphasis?: string | null
}

/** Losses or errors of a training by step, as far as it has come, and what guessing would give. */
export function StepChart({
  title,
  lines,
  steps,
  top,
  guessing,
  say,
  at = null,
  reading = readingOf(lines, say),
  isLow = false,
  emphasis = null,
}: Props) {
  // Drawn anew when a line has grown, not whenever something else has changed.
  const key = lines.map(({ name, points }) => `${name} ${points.length} ${points.at(-1)?.value}`).join()
  const draw = useMemo(
    () => {
      const values = lines.map(({ name, points }) => ({ name, values: points.map(({ value }) => value) }))
      const end = reaching(values, top)
      const said = beyondWords(values, [0, end], say)
      // Three lines of words end above the line of guessing only in a chart this high.
      const least = said !== undefined && said.split('\n').length > 2 ? 165 : 130
      return (width: number): Drawing => ({
        height: isLow ? 110 : Math.min(220, Math.max(least, width * 0.42)),
        marginTop: 12,
        marginBottom: 30,
        marginLeft: 50,
        marginRight: 12,
        x: { label: null, domain: [0, steps], ticks: 4, tickFormat: 'd' },
        y: {
          label: null,
          domain: [0, end],
          grid: true,
          // So few that their numbers have room in the letters of a projector.
          ticks: 4,
          ...(say === percent && { tickFormat: '.0%' }),
        },
        marks: [
          Plot.ruleY([guessing], { stroke: 'var(--line-strong)', strokeDasharray: '1 3' }),
          Plot.text(['guessing'], {
            ...{ y: () => guessing, frameAnchor: 'right', fill: 'var(--ink-soft)' },
            // The room above belongs to what is said of lines that go beyond.
            dy: said === undefined ? -8 : 10,
          }),
          ...(at === null ? [] : [Plot.ruleX([at], { stroke: 'var(--ink)', strokeDasharray: '4 3' })]),
          ...lines.map(({ points, colour, dash, width = 2.5 }) =>
            Plot.line(points, {
              ...{ x: 'step', y: 'value', clip: true },
              ...{ stroke: colour, strokeWidth: width, strokeDasharray: dash },
            }),
          ),
          ...beyond(said),
        ],
        told: lines.flatMap(({ name, points }) =>
          points.map(({ step, value }) => ({
            x: step,
            y: value,
            words: `${name}, step ${step}: ${Number.isFinite(value) ? say(value) : 'not a number'}`,
          })),
        ),
      })
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` says whether `lines` are others
    [key, steps, top, guessing, say, at, isLow],
  )
  return (
    <figure>
      <figcaption className="small-text">{title}</figcaption>
      <Chart label={`${title}: ${reading || 'nothing yet'}`} draw={draw} emphasis={emphasis} />
    </figure>
  )
}

const readingOf = (lines: readonly StepLine[], say: (value: number) => string): string =>
  lines
    .flatMap(({ name, points }) => {
      const last = points.at(-1)
      return last ? [`${name} ${say(last.value)} at step ${last.step}`] : []
    })
    .join('; ')
