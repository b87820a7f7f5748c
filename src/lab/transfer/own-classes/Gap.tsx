import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { percent } from '../../../ui/format'
import { LineSample } from '../../../ui/LineSample'
import { Chart } from '../../../ui/Plot'
import { SaveNumbers } from '../../shared/SaveNumbers'
import { type GapPoint, gapWays } from './gap'
import { type Way, wayWords } from './names'

const looks: Readonly<
  Partial<Record<Way, { readonly colour: string; readonly dash: string; readonly symbol: Plot.SymbolType }>>
> = {
  head: { colour: 'var(--path-1)', dash: 'none', symbol: 'circle' },
  scratch: { colour: 'var(--path-2)', dash: '6 4', symbol: 'square' },
}

/** The error by the number of images: copied features against nothing copied. */
export function Gap({ points }: { readonly points: readonly GapPoint[] }) {
  const of = (way: Way) => points.filter((point) => point.way === way)
  const draw = useMemo(
    () => () => ({
      height: 220,
      grid: true,
      x: {
        type: 'log' as const,
        base: 2,
        label: 'training images per class',
        ticks: [...new Set(points.map(({ images }) => images))],
        tickFormat: (value: number) => String(value),
      },
      y: { label: 'held-out error', domain: [0, 1], tickFormat: '%' },
      marks: gapWays.flatMap((way) => {
        const { colour, dash, symbol } = looks[way]!
        const own = points.filter((point) => point.way === way)
        return [
          Plot.line(own, {
            x: 'images',
            y: 'error',
            stroke: colour,
            strokeDasharray: dash,
            strokeWidth: 2.5,
          }),
          Plot.dot(own, { x: 'images', y: 'error', fill: colour, symbol, r: 5 }),
        ]
      }),
      told: points.map(({ way, images, error }) => ({
        x: images,
        y: error,
        words: `${wayWords[way]}, ${images} per class: ${percent(error)} wrong`,
      })),
    }),
    [points],
  )
  return (
    <>
      <Chart
        label={gapWays
          .map(
            (way) =>
              `${wayWords[way]}: ${of(way)
                .map(({ images, error }) => `${percent(error)} with ${images}`)
                .join(', ')}`,
          )
          .join('. ')}
        draw={draw}
      />
      <div className="lab-controls">
        {gapWays.map((way) => (
          <span key={way} className="small-text">
            <LineSample colour={looks[way]!.colour} dash={looks[way]!.dash} /> {wayWords[way]}
          </span>
        ))}
        <SaveNumbers
          name="images-and-error"
          rows={() => [
            ['way', 'training images per class', 'held-out error'],
            ...points.map(({ way, images, error }) => [wayWords[way], images, error]),
          ]}
        />
      </div>
    </>
  )
}
