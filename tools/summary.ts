import { families, presets, resolve, UnknownNetworkError } from '../src/architectures/index'
import { OptionError, rangeOf } from '../src/architectures/options'
import { build } from '../src/nn/build'
import { summarize } from '../src/nn/summary'
import { formatShape } from '../src/nn/shape'
import { atLeast } from '../src/ui/format'
import { parseArguments, UsageError } from './arguments'

export const usage =
  'Usage: npm run -s summary -- <preset or family> [--option value …] [--json]\n       npm run -s summary -- --list'

/** Prints the stages and totals of a network; 1 when the name or an option is not known. */
export async function main(args: string[]): Promise<number> {
  try {
    const { name, options, flags } = parseArguments(args, ['json', 'list'])
    if (flags.has('list')) console.log(list())
    else if (name === undefined) throw new UsageError(usage)
    else {
      const resolved = resolve(name, options)
      const summary = summarize(resolved.id, resolved.options, build(resolved.architecture))
      console.log(
        flags.has('json') ? JSON.stringify(summary, null, 2) : table(resolved.architecture.title, summary),
      )
    }
    return 0
  } catch (error) {
    if (!(
      error instanceof UnknownNetworkError ||
      error instanceof OptionError ||
      error instanceof UsageError
    ))
      throw error
    console.error(error.message)
    return 1
  }
}

function list(): string {
  return families
    .map((family) => {
      const named = presets.filter((entry) => entry.family === family)
      const options = Object.entries(family.options).map(
        ([name, option]) => `    --${name}: ${option.about} Takes ${rangeOf(option)}.`,
      )
      return [
        `${family.id}: ${family.title}`,
        ...named.map(({ id, preset }) => `  ${id.padEnd(28)}${preset.title}`),
        ...options,
      ].join('\n')
    })
    .join('\n\n')
}

type Summary = ReturnType<typeof summarize>

function table(title: string, summary: Summary): string {
  const plain = (n: number) => n.toLocaleString('en')
  const part = summary.incomplete ? ' of what fits' : ''
  const count = (n: number | null, { incomplete }: { incomplete?: true } = summary) =>
    n === null ? '–' : atLeast(plain(n), incomplete === true)
  const rows = [
    ['stage', 'output', 'receptive field', 'parameters', 'MACs'],
    ...summary.stages.map((s) => [
      s.name,
      formatShape(s.shape),
      `${s.receptiveField}`,
      count(s.params, s),
      count(s.macs, s),
    ]),
    ['total', '', `${summary.receptiveField}`, count(summary.params), count(summary.macs)],
  ]
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const lines = rows.map((row) =>
    row.map((cell, c) => (c < 2 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join('  '),
  )
  const { weights, biases, batchNorm, running } = summary.paramsBreakdown
  return [
    `${title}, input ${formatShape(summary.input)}`,
    '',
    ...lines,
    '',
    `parameters${part}: ${plain(weights)} weights + ${plain(biases)} biases + ${plain(batchNorm)} γ and β; ${plain(running)} running statistics apart`,
    `depth ${summary.depth}, ${summary.convModules} convolutions; 1 MAC = 2 FLOPs, convolutions and fully connected layers only`,
    `activations${part}: ${plain(summary.memory.all)} values, at most ${plain(summary.memory.peak)} at once; × 4 bytes as float32`,
    ...summary.issues.map((issue) => `does not fit: ${issue.node}: ${issue.message}`),
  ].join('\n')
}
