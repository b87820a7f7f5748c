import type { Arithmetic, Cell, Patch } from '../nn/unit'
import { count, exacter } from '../ui/format'

/** The patches that matter most first; equal ones stay in their order. */
export function strongestFirst(patches: readonly Patch[]): readonly Patch[] {
  return [...patches].sort((a, b) => Math.abs(b.subtotal) - Math.abs(a.subtotal))
}

/** A number as it stands inside a sum or product: `0.25`, `(−0.25)`. */
export function inside(value: number): string {
  return value < 0 ? `(${exacter(value)})` : exacter(value)
}

/** One term as it is written: `0.132·(−0.25)`, `0.132`, or what the op makes of a value. */
export function termText(cell: Cell, each?: string): string {
  if (each !== undefined) return inside(cell.term)
  return cell.weight === undefined ? inside(cell.value) : `${inside(cell.value)}·${inside(cell.weight)}`
}

/** All terms of a patch as a sum: `0.132·0.25 + 0.2·(−0.1) = 0.013`. */
export function lineOf({ cells, subtotal }: Patch, each?: string): string {
  return `${cells.map((cell) => termText(cell, each)).join(' + ')} = ${exacter(subtotal)}`
}

/** Values that a maximum spells out; of more it names how many. */
const spelled = 9

/** `max(0.25, −0.1, 3)`, without what lies in the padding. */
export function maximumOf({ cells }: Patch): string {
  const values = cells.filter(({ unit }) => unit !== null).map(({ value }) => exacter(value))
  return values.length <= spelled ? `max(${values.join(', ')})` : `max of ${count(values.length)} values`
}

/** A formula with the numbers in place of its letters. */
export function withNumbers({ formula = '', letters = [] }: Pick<Arithmetic, 'formula' | 'letters'>): string {
  const values = new Map(letters.map(({ symbol, value }) => [symbol, inside(value)]))
  // A letter stands alone: the x of max is none.
  return formula.replaceAll(/\p{L}+²?/gu, (word) => values.get(word) ?? word)
}

/** What the numbers on screen add up to where that is not what is written behind the equals sign, as a sentence. */
export function roundingOf(parts: readonly number[], total: number): string | undefined {
  const added = parts.reduce((sum, part) => sum + Number(part.toPrecision(4)), 0)
  return exacter(added) === exacter(total)
    ? undefined
    : `The numbers are shown with four digits; added as shown, they give ${exacter(added)}; with all their digits, ${exacter(total)}.`
}

/** How the result follows, in one sentence. */
export function sentenceOf({ operation, patches, divisor, bias, each }: Arithmetic): string {
  const cells = patches.reduce((sum, patch) => sum + patch.cells.length, 0)
  const padded = patches.reduce(
    (sum, patch) => sum + patch.cells.filter((cell) => cell.unit === null).length,
    0,
  )
  const isWeighted = patches[0]?.cells[0]?.weight !== undefined && each === undefined
  const inPadding = padded === 0 ? '' : `, ${count(padded)} of them in the padding`
  if (operation === 'mean')
    return `The mean of ${many(cells, 'value')}${inPadding}: their sum divided by ${count(divisor!)}${padded === 0 ? '' : divisor === cells - padded ? ', because the padding does not count' : ', because the padding counts'}.`
  if (operation === 'largest')
    return `The largest of ${many(cells - padded, 'value')}.${padded === 0 ? '' : ` ${count(padded)} more lie in the padding, which never wins.`}`
  if (operation === 'product') return `The product of ${many(cells, 'value')}.`
  if (operation === 'copy')
    return padded === 0 ? 'One value of the input, unchanged.' : 'A zero: there is no input value here.'
  if (operation === 'formula')
    return each === undefined
      ? 'One value of the input, inserted into the formula.'
      : `${many(cells, 'value')} of the input, each as ${each}, added up and inserted into the formula.`
  const what = isWeighted ? many(cells, 'product') : many(cells, 'value')
  return `The sum of ${what}${each === undefined ? '' : `, each as ${each}`}${inPadding}${bias === undefined ? '' : ', plus the bias'}.`
}

function many(amount: number, word: string): string {
  return `${count(amount)} ${word}${amount === 1 ? '' : 's'}`
}
