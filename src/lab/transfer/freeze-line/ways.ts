import { graphOf } from '../../../architectures/built'
import { classesOf, spreadOf, type TransferReport } from '../../../recorded/report'
import { partsOf } from './parts'

/** A recorded way to use a trunk, as a line between what is frozen and what learns. */
export interface Line {
  readonly way: string
  readonly name: string
  /** Parts that learn, counted from the head. */
  readonly free: number
  readonly params: number
  /** Whether nothing is frozen. */
  readonly isEverything: boolean
}

/** The ways of a report that begin with copied weights, those in which the fewest parameters learn first. */
export function linesOf(report: TransferReport): readonly Line[] {
  const parts = partsOf(graphOf(report.network, { classes: classesOf(report)! }))
  return report.ways
    .filter(({ copies }) => copies)
    .map(({ name: way, frozen }) => {
      const learns = parts.filter(({ name }) => !frozen.includes(name))
      const free = learns.length
      const isEverything = free === parts.length
      return {
        way,
        name: isEverything
          ? 'everything'
          : free === 1
            ? 'head alone'
            : free === 2
              ? 'head, last stage'
              : `head, last ${free - 1} stages`,
        free,
        params: learns.reduce((sum, { params }) => sum + params, 0),
        isEverything,
      }
    })
    .sort((a, b) => a.params - b.params)
}

/** The recorded line that lies where one after `frozen` of `all` parts of another network does; few places were recorded. */
export function lineAt(lines: readonly Line[], all: number, frozen: number): Line | undefined {
  return lines.find(({ free, isEverything }) =>
    isEverything ? frozen === 0 : frozen > 0 && free === all - frozen,
  )
}

/** The line with the least mean error with an amount of images a class. */
export function bestLine(report: TransferReport, lines: readonly Line[], each: number): Line {
  const errorOf = ({ way }: Line) => spreadOf(report, way, each)?.mean ?? Infinity
  return lines.reduce((best, line) => (errorOf(line) < errorOf(best) ? line : best))
}
