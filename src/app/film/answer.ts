import { ranked } from '../../nn/ranked'
import { percent } from '../../ui/format'
import { areProbabilities } from '../inspector/top'
import { classInWords } from '../trained/classWords'

/**
 * `church 88.8%`: the likeliest class. Nothing is answered where an output has no name of its own, or is no probability.
 */
export function answerOf(
  output: Float32Array | undefined,
  names: readonly string[] | undefined,
): string | null {
  if (!output?.length || names?.length !== output.length || !areProbabilities(output)) return null
  const [{ index, value }] = ranked(output, 1)
  return `${classInWords(names[index])} ${percent(value)}`
}
