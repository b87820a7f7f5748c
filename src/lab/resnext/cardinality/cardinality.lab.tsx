import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { count } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { Slider } from '../../../ui/Slider'
import { costOf, type Point, points } from './points'
import { Readable } from '../../shared/hidden'
import { TableScroll } from '../../shared/TableScroll'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** Published error against the number of paths at one cost; the cost of each is counted. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const at = points.findIndex(({ paths }) => paths === value.paths)
  const costs = useMemo(() => points.map(costOf), [])
  const draw = useMemo(() => chartOf(at), [at])
  return (
    <div className="lab-body">
      <Slider
        label="paths"
        value={at}
        min={0}
        max={points.length - 1}
        text={String(points[at].paths)}
        onChange={(at) => onChange({ paths: points[at].paths })}
      />
      <Chart
        label={`Top-1 error by paths: ${points.map(({ paths, error }) => `${error}% with ${paths}`).join(', ')}`}
        draw={draw}
      />
      <TableScroll label="Error and counted cost by paths">
        <table className="lab-table">
          <thead>
            <tr>
              <th scope="col">paths × width</th>
              <th scope="col">top-1 error</th>
              <th scope="col">parameters</th>
              <th scope="col">MACs</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ paths, width, error }, i) => (
              <tr key={paths} aria-current={i === at || undefined}>
                <th scope="row">
                  {paths} × {width}
                </th>
                <td>{error.toFixed(1)}%</td>
                <td>
                  <Readable of="parameters">{count(costs[i].params)}</Readable>
                </td>
                <td>{count(costs[i].macs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="soft">
        Errors are the paper’s (ResNeXt, table 3: ImageNet, one 224×224 crop), not ours; parameters and MACs
        are counted.
      </p>
    </div>
  )
}

function chartOf(at: number) {
  return (width: number): Drawing => ({
    height: Math.min(240, Math.max(170, width * 0.32)),
    marginLeft: 60,
    x: { type: 'log', base: 2, label: 'paths', ticks: points.map(({ paths }) => paths), tickFormat: 'd' },
    y: { label: 'top-1 error, %', grid: true, domain: [22, 24], ticks: 4 },
    marks: [
      Plot.line(points, { x: 'paths', y: 'error', stroke: 'var(--path-1)', strokeWidth: 2.5 }),
      Plot.dot(points, {
        x: 'paths',
        y: 'error',
        fill: 'var(--path-1)',
        r: (point: Point) => (point === points[at] ? 9 : 4),
      }),
    ],
    told: points.map(({ paths, width, error }) => ({
      x: paths,
      y: error,
      words: `${paths} × ${width}: ${error.toFixed(1)}% wrong`,
    })),
  })
}
