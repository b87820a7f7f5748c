import { count, measured } from '../../../ui/format'
import { audit, type Printed, tolerance } from './audit'
import type { Entry } from './read'

/** `twice`: off by a factor of two, as where additions are counted, too. */
export type Verdict = 'fits' | 'rounding' | 'twice' | 'wrong'

/** What a test says of a row, with its arithmetic. */
export interface Finding {
  readonly test: 'ratio' | 'channels' | 'total' | 'params' | 'macs' | 'output'
  readonly verdict: Verdict
  /** How far the printed is off, as a share; 0 where it is no amount. */
  readonly off: number
  /** What is held against each other, in short: `211 : 196`. */
  readonly sides?: readonly [string, string]
  /** The calculation, as a sentence. */
  readonly arithmetic: string
}

const times = ({ height, width }: { readonly height: number; readonly width: number }) => `${height}·${width}`
const amount = (value: number) => count(Math.round(value))

/** What a row says against itself: MACs over parameters are positions, and paths that are concatenated add up. */
export function selfFindings(entry: Entry, above: readonly Entry[]): readonly Finding[] {
  return [...(entry.isTotal ? totalFindings(entry, above) : ratioFindings(entry)), ...channelFindings(entry)]
}

function ratioFindings({ name, params, macs, size, said }: Entry): readonly Finding[] {
  if (!params || !macs || !size) return []
  const positions = size.height * size.width
  const { ratio, off, verdict } = audit({ name, params, macs, positions })
  const twice = verdict === 'wrong' && Math.abs(ratio / positions / 2 - 1) <= 0.03
  const low = macs.low / params.high
  const high = macs.high / params.low
  const divided = `${said.macs} ÷ ${said.params} = ${count(macs.value)} ÷ ${count(params.value)} = ${measured(ratio)}`
  const digits = `The printed digits allow ${measured(low)} to ${measured(high)}`
  const ends = twice
    ? 'That is twice as much: the row may count multiplications and additions separately.'
    : verdict === 'fits'
      ? `It fits to within ${(Math.abs(off) * 100).toFixed(1)}%.`
      : verdict === 'rounding'
        ? `${digits}, so rounding may explain the difference.`
        : `${digits}, so the row contradicts itself.`
  return [
    {
      test: 'ratio',
      verdict: twice ? 'twice' : verdict,
      off,
      sides: [count(Math.round(ratio * 10) / 10), count(positions)],
      arithmetic: `${divided} positions; the output has ${times(size)} = ${count(positions)}. ${ends}`,
    },
  ]
}

function channelFindings({ paths, size }: Entry): readonly Finding[] {
  if (paths.length < 2 || size?.channels === undefined) return []
  const sum = paths.reduce((all, { channels }) => all + channels, 0)
  const fits = sum === size.channels
  return [
    {
      test: 'channels',
      verdict: fits ? 'fits' : 'wrong',
      off: sum / size.channels - 1,
      arithmetic: `${paths.map(({ channels }) => channels).join(' + ')} = ${count(sum)} channels are concatenated; the output has ${count(size.channels)}. ${fits ? 'It fits.' : 'The row contradicts itself.'}`,
    },
  ]
}

/** A total against the sum of the rows above it. */
function totalFindings(entry: Entry, above: readonly Entry[]): readonly Finding[] {
  const rows = above.filter(({ isTotal }) => !isTotal)
  return (['params', 'macs'] as const).flatMap((of): readonly Finding[] => {
    const printed = entry[of]
    const parts = rows.flatMap((row) => row[of] ?? [])
    if (!printed || parts.length < 2) return []
    const add = (end: keyof Printed) => parts.reduce((sum, part) => sum + part[end], 0)
    const sum = add('value')
    const off = printed.value / sum - 1
    const allowed = printed.low <= add('high') && add('low') <= printed.high
    const verdict = allowed ? (Math.abs(off) > tolerance ? 'rounding' : 'fits') : 'wrong'
    const says = {
      fits: 'It fits.',
      rounding: 'Rounding may explain the difference.',
      wrong: 'That is more than rounding can explain.',
    }[verdict]
    return [
      {
        test: 'total',
        verdict,
        off,
        arithmetic: `The ${parts.length} rows above add up to ${amount(sum)} ${of === 'params' ? 'parameters' : 'MACs'}; the row says ${entry.said[of]}. ${says}`,
      },
    ]
  })
}
