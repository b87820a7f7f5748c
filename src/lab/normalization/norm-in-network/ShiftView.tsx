import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { measured } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { Slider } from '../../../ui/Slider'
import { SaveNumbers } from '../../shared/SaveNumbers'
import { batchOf, knownOf, saidOf, useLit } from './images'
import { normsOf } from './models'
import { answerOf, rightOf, shiftOf, type Stored } from './statistics'
import { type Ask, useWork } from './useBench'
import { type ViewProps, Waiting } from './view'

/** What one batch gives under one kind of statistics. */
interface Line {
  readonly by: 'stored' | 'batch'
  readonly light: number
  /** Distance from what was stored, layer by layer. */
  readonly shifts: readonly number[]
  readonly right: number
  /** The likeliest class of each image. */
  readonly answers: readonly string[]
}

const names = { stored: 'running statistics', batch: 'statistics of the batch' } as const
const looks = {
  stored: { colour: 'var(--path-2)', dash: '7 4' },
  batch: { colour: 'var(--path-1)', dash: 'none' },
} as const

/** How far what comes to each normalization lies from what it knew, as the light of the images changes. */
export function ShiftView({ value, onChange, model, held, images }: ViewProps) {
  const { light, noise } = value
  const { graph, classes } = model
  const layers = useMemo(() => normsOf(graph), [graph])
  const usual = useLit(images, 1)
  const other = useLit(images, light)
  const work = useMemo((): Ask<readonly Line[]> | null => {
    if (usual.length === 0) return null
    const shape = graph.architecture.input
    const labels = usual.map(({ label }) => label)
    return async (bench, signal, show) => {
      const lines: Line[] = []
      const stored = layers.map((id): Stored => {
        const of = (name: string) => bench.weights[`${id}.${name}`]
        return { gamma: of('gamma'), beta: of('beta'), mean: of('mean'), variance: of('variance') }
      })
      const wanted = [
        { by: 'stored', light: 1 },
        { by: 'batch', light: 1 },
        ...(light === 1
          ? []
          : ([
              { by: 'stored', light },
              { by: 'batch', light },
            ] as const)),
      ] as const
      for (const { by, light } of wanted) {
        if (signal.aborted) return
        const batch = batchOf(light === 1 ? usual : other, shape, classes.length)
        const { norms, shares } = await bench.look(batch, { by, at: layers[0], noise })
        const shifts = norms.map((norm, i) => shiftOf(norm, stored[i]))
        const answers = labels.map((_, i) => classes[answerOf(shares, labels.length, i)])
        lines.push({ by, light, shifts, right: rightOf(shares, labels), answers })
        show([...lines])
      }
    }
  }, [usual, other, light, noise, graph, layers, classes])
  const looking = useWork(held, work)
  const { result: lines } = looking
  const shown = lines?.filter((line) => line.light === light)
  const known = knownOf(usual)
  // Of a batch before this one there are others.
  const fits = shown?.every(({ answers }) => answers.length === usual.length)
  return (
    <>
      <div className="lab-sliders">
        <Slider
          label="Light"
          min={0.1}
          max={2}
          step={0.1}
          value={light}
          text={`× ${light.toFixed(1)}`}
          onChange={(light) => onChange({ light })}
        />
        <Slider
          label="Noise after BN"
          min={0}
          max={1}
          step={0.05}
          value={noise}
          text={noise.toFixed(2)}
          onChange={(noise) => onChange({ noise })}
        />
      </div>
      <Waiting
        held={held}
        work={looking}
        idle={`${saidOf(usual, value.images)}, light × ${light.toFixed(1)}.`}
      />
      {usual.length === 0 && (
        <p className="soft lab-loading" aria-busy>
          Loading the images…
        </p>
      )}
      <ShiftChart lines={shown ?? []} depth={layers.length} light={light} />
      <table className="lab-table norm-small-table">
        <thead>
          <tr>
            <th scope="col">correct out of {known}</th>
            <th scope="col">{names.stored}</th>
            <th scope="col">{names.batch}</th>
          </tr>
        </thead>
        <tbody>
          {[...new Set([1, light])].map((each) => (
            <tr key={each}>
              <th scope="row">light × {each.toFixed(1)}</th>
              {(['stored', 'batch'] as const).map((by) => (
                <td key={by}>{lines?.find((line) => line.by === by && line.light === each)?.right ?? '…'}</td>
              ))}
            </tr>
          ))}
          {usual.map(
            ({ name, label }, i) =>
              label < 0 && (
                <tr key={name}>
                  <th scope="row">{name}, taken for</th>
                  {(['stored', 'batch'] as const).map((by) => (
                    <td key={by}>
                      {(fits && shown!.find((line) => line.by === by)?.answers[i].replaceAll('-', ' ')) ||
                        '…'}
                    </td>
                  ))}
                </tr>
              ),
          )}
        </tbody>
      </table>
      <p className="soft small-text">
        {value.images === 'drawings'
          ? 'The network learned from photographs, so these drawings differ from what it knows even in the usual light.'
          : 'The network learned from none of these photographs, and most show something that it has no class for; it takes each for one of its classes all the same.'}{' '}
        The distance of a layer is that of the batch mean from the running mean, in running standard
        deviations, averaged over its channels.
      </p>
      <SaveNumbers
        name="shift-by-layer"
        disabled={!lines}
        rows={() => [
          ['statistics', 'light', 'layer', 'name', 'distance'],
          ...lines!.flatMap(({ by, light, shifts }) =>
            shifts.map((shift, i) => [names[by], light, i + 1, layers[i], shift]),
          ),
        ]}
      />
    </>
  )
}

function ShiftChart({
  lines,
  depth,
  light,
}: {
  /** None while they are computed. */
  readonly lines: readonly Line[]
  readonly depth: number
  readonly light: number
}) {
  const draw = useMemo(
    () =>
      (width: number): Drawing => {
        const most = Math.max(...lines.flatMap(({ shifts }) => shifts))
        return {
          height: Math.min(280, Math.max(180, width * 0.36)),
          marginLeft: 52,
          marginRight: 20,
          x: {
            label: 'normalization, counted from the image',
            domain: [0.5, depth + 0.5],
            ticks: 8,
            tickFormat: 'd',
          },
          y: { label: 'distance from what it knew', domain: [0, Math.max(1, most)], grid: true, ticks: 5 },
          color: { legend: false },
          marks: lines.flatMap(({ by, shifts }, i) => {
            const points = shifts.map((shift, k) => ({ layer: k + 1, shift }))
            const { colour, dash } = looks[by]
            return [
              Plot.line(points, {
                x: 'layer',
                y: 'shift',
                stroke: colour,
                strokeWidth: 2.5,
                strokeDasharray: dash,
              }),
              Plot.dot(points, {
                x: 'layer',
                y: 'shift',
                fill: colour,
                r: 3,
                symbol: by === 'batch' ? 'circle' : 'square',
              }),
              Plot.text([names[by]], {
                frameAnchor: 'top-right',
                dx: -4,
                dy: 8 + 20 * i,
                fill: colour,
                fontWeight: 650,
              }),
            ]
          }),
          told: lines.flatMap(({ by, shifts }) =>
            shifts.map((shift, k) => ({
              x: k + 1,
              y: shift,
              words: `${names[by]}, normalization ${k + 1}: ${measured(shift)}`,
            })),
          ),
        }
      },
    [lines, depth],
  )
  const said = lines.map(
    ({ by, shifts }) =>
      `${names[by]}: ${measured(shifts[0])} in the first, ${measured(shifts.at(-1)!)} in the last`,
  )
  return <Chart label={`Distance by layer at light × ${light.toFixed(1)}; ${said.join('; ')}`} draw={draw} />
}
