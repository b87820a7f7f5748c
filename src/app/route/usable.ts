import type { Options } from '../../architectures/family'
import { findEntry, resolve, UnknownNetworkError } from '../../architectures/index'
import { formatOption, OptionError } from '../../architectures/options'
import { type Unit, unitProblem } from '../../nn/unit'
import { type Intent, type Problem, start } from '../state/intent'
import { lacking } from '../given/own'
import { graphOf } from '../state/network'
import { graphBeside } from '../trained/base'

/** The value whose arithmetic is asked for, where the selected layer has it. */
export function usableUnit(
  { network, options, edits, selected, unit }: Intent,
  problems: Problem[],
): Unit | null {
  if (!unit) return null
  const graph = graphOf(network, options, edits)
  const isNode = selected !== null && graph.has(selected) === 'node'
  const problem = isNode ? unitProblem(graph.node(selected).shape, unit) : undefined
  if (isNode && !problem) return unit
  const { row, column, channel } = unit
  problems.push({
    kind: 'other',
    sentence: isNode
      ? `${selected} has no value at row ${row}, column ${column}, channel ${channel}: ${problem}`
      : 'the address names a unit but no layer that it belongs to; add the layer as node=',
  })
  return null
}

/** What of a comparison is there: without its network, nothing. */
export function usableBeside(
  { beside, besideOpen, besideNode, options }: Intent,
  problems: Problem[],
): Pick<Intent, 'beside' | 'besideOpen' | 'besideNode'> {
  const { beside: none, besideOpen: closed, besideNode: nothing } = start
  if (beside === null) return { beside: none, besideOpen: closed, besideNode: nothing }
  try {
    findEntry(beside)
  } catch (error) {
    if (!(error instanceof UnknownNetworkError)) throw error
    problems.push({
      kind: 'network',
      field: 'beside',
      sentence: lacking(beside, ' to compare with'),
      suggestions: error.suggestions,
    })
    return { beside: none, besideOpen: closed, besideNode: nothing }
  }
  const graph = graphBeside(beside, options)
  const named = besideNode === null ? [...besideOpen] : [...besideOpen, besideNode]
  const missing = named.filter((id) => !graph.has(id) || id === '')
  if (missing.length > 0)
    problems.push({
      kind: 'other',
      sentence: `${graph.architecture.title} has no ${missing.map((id) => `"${id}"`).join(', ')}; the address named it, and it was left out`,
    })
  return {
    beside,
    besideOpen: new Set([...besideOpen].filter((id) => graph.has(id) === 'group' && id !== '')),
    besideNode: besideNode !== null && graph.has(besideNode) ? besideNode : nothing,
  }
}

/** All options that work together; the others become problems beside their controls. */
export function usableOptions(
  network: string,
  given: readonly (readonly [string, string])[],
  problems: Problem[],
): Options {
  try {
    return differing(network, resolve(network, Object.fromEntries(given)).options)
  } catch (error) {
    if (!(error instanceof OptionError)) throw error
  }
  // One by one, so that the sentence stands beside the option that is to blame.
  let kept: Record<string, string> = {}
  for (const [option, text] of given) {
    try {
      resolve(network, { ...kept, [option]: text })
      kept = { ...kept, [option]: text }
    } catch (error) {
      if (!(error instanceof OptionError)) throw error
      problems.push({ kind: 'option', option, text, sentence: error.message })
    }
  }
  return differing(network, resolve(network, kept).options)
}

/** Only the options that are not the network's own. */
export function differing(network: string, options: Options): Options {
  const own = resolve(network).options
  return Object.fromEntries(
    Object.entries(options).filter(([name, value]) => formatOption(value) !== formatOption(own[name])),
  )
}
