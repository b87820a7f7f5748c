// Reads printed rules as arithmetic.

/** What both sides of a printed rule come to: `height: ⌊(9 + 2·1 − 2)/2⌋ + 1 = 5` is [5, 5]. */
export function sidesOf(rule: string): readonly [left: number, right: number] {
  const [left, right] = rule.replace(/^\w+: /, '').split(' = ')
  return [valueOf(left), valueOf(right)]
}

/** The value of a printed formula; only its own signs are understood. */
export function valueOf(text: string): number {
  const code = text
    .replaceAll('⌈', 'Math.ceil(')
    .replaceAll('⌊', 'Math.floor(')
    .replaceAll(/[⌉⌋]/g, ')')
    .replaceAll('min(', 'Math.min(')
    .replaceAll('·', '*')
    .replaceAll('−', '-')
  const others = code.replaceAll(/Math\.(ceil|floor|min)/g, '')
  if (!/^[\d\s+*/(),.-]+$/.test(others)) throw new Error(`not a formula: ${text}`)
  return Number(new Function(`return ${code}`)())
}
