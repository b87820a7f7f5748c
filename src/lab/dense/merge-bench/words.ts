import { formatShape } from '../../../nn/shape'
import { listed } from '../../../ui/listed'
import { many } from '../../shared/many'
import { type Bench, side } from './merge'

/** What a tensor is called: x for the one that enters, f₁ for the output of the first layer. */
export function nameOf(source: number): string {
  return source === 0 ? 'x' : `f${[...String(source)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')}`
}

/**
 * What slabs beside each other are, in a sentence.
 * @param sources the tensors whose values are in each of them
 */
export function slabWords(sources: readonly number[], count: number, { start, made }: Bench): string {
  const shape = formatShape([side, side, count])
  const [source] = sources
  if (sources.length > 1) return `${shape}: every channel is a sum of ${listed(sources.map(nameOf))}.`
  if (source === 0) return `x, ${shape}: the input, unchanged.`
  const read = many(start + (source - 1) * made, 'channel')
  return `${nameOf(source)}, ${shape}: the output of layer ${source}, which reads ${source === 1 ? `the ${read} of x` : `all ${read} to its left`}.`
}
