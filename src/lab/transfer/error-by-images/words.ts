import { amountsOf, type Report, seedsOf, trainingOf } from '../../../recorded/report'
import { count, measured } from '../../../ui/format'

/** `60 steps of 64 images with the least data, each image seen 192 times; 400 with the most, each image seen 2.56 times.` */
export function trained(report: Report, classes: number): string {
  const amounts = amountsOf(report)
  const [fewest, most] = [amounts[0], amounts[amounts.length - 1]].map((each) =>
    trainingOf(report, each, classes),
  )
  return (
    `${count(fewest.steps)} steps of ${report.batch} images with the least data, each image seen ${measured(fewest.passes)} times; ` +
    `${count(most.steps)} with the most, each image seen ${measured(most.passes)} times.`
  )
}

/** `Means of 3 seeds`. */
export function averaged(report: Report): string {
  const seeds = seedsOf(report)
  return seeds === '1' ? 'One seed' : `Means of ${seeds} seeds`
}

/** `a, b and c`. */
export const list = (names: readonly string[]) =>
  `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
