import { short } from '../ui/format'
import type { AmountReport } from './report'

/** What the four ways of tools/training/transfer.py do. */
const transferWays: Readonly<Record<string, string>> = {
  scratch: 'from scratch',
  frozen: 'frozen trunk, new head',
  'last-stage': 'last stage fine-tuned',
  all: 'everything fine-tuned',
}

export const transferWay = (way: string): string => transferWays[way] ?? way

/** `width 8: 68 k parameters`. */
export const widthWay = ({ ways }: AmountReport) => {
  const params = new Map(ways.map(({ name, params }) => [name, params]))
  return (way: string): string => `${way}: ${short(params.get(way) ?? 0)} parameters`
}
