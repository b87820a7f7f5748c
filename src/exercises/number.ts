/** A value with how far its writer may have rounded it. */
export interface Reading {
  readonly value: number
  /** Half a unit of the last digit that was given: `1.02M` may be off by 5,000, `8.7` by 0.05, a whole number by nothing. */
  readonly half: number
}

/** How a text is read: `1,024.5` in English, `1.024,5` in much of the world. */
interface Convention {
  readonly group: ',' | '.'
  readonly point: '.' | ','
}

const conventions: readonly Convention[] = [
  { group: ',', point: '.' },
  { group: '.', point: ',' },
]

const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, t: 1e12 }

/** Nothing that is longer is a number that somebody meant. */
const longest = 200

/**
 * What a text can mean as a number, the English meaning first: `two`, `1,024,000`, `1.024.000`, `1 024 000`, `1'024'000`,
 * `1.02M`, `89.4 %`, `8,71`, `5e3`, `1/4`, `7·144`, `64+128+32+32`, `2^8`, `(3+5)·2`, with digits of any width. None when it
 * is no number; two when its one separator before three digits may separate thousands or decimals: `1,067`, `9.408`.
 */
export function readings(text: string): readonly Reading[] {
  const plain = plainly(text)
  if (plain === '' || plain.length > longest) return []
  const word = words.indexOf(plain)
  if (word >= 0) return [{ value: word, half: 0 }]
  const found = conventions.flatMap((convention) => expression(plain, convention) ?? [])
  return found.filter(({ value }, i) => i === 0 || value !== found[0].value)
}

/** Where the digits of other scripts begin: full width, Arabic, Persian, Devanagari. */
const zeros = [0xff10, 0x660, 0x6f0, 0x966]

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The same with the digits and the signs of a programming language. */
function plainly(text: string): string {
  return (
    text
      .replace(
        /[⁰¹²³⁴-⁹]+/g,
        (power) => `^${[...power].map((digit) => superscripts.indexOf(digit)).join('')}`,
      )
      .replace(/\p{Nd}/gu, (digit) => {
        const code = digit.codePointAt(0)!
        const zero = zeros.find((start) => code >= start && code < start + 10)
        return zero === undefined ? digit : String(code - zero)
      })
      // Full-width signs and letters.
      .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .toLowerCase()
      .replace(/[\u2212\u2010-\u2013]/g, '-')
      .replace(/[’ʼ]/g, "'")
      .replace(/\*\*/g, '^')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^[=≈~] ?/, '')
      // What is measured in per cent, or in times, says so at its end.
      .replace(/ ?[%×x]$/, '')
      .replace(/[×⋅∙·]/g, '*')
      .replace(/[÷⁄]/g, '/')
  )
}

/** Digits with what separates them, an exponent or a prefix: everything that one number may consist of. */
const literal = /(?:\d+(?:[., '_]\d+)*|[.,]\d+)(?:e[+-]?\d+)?(?: ?[kmgt](?![a-z]))?/y

/** A sum of products of powers; undefined where it is none, or has no value. */
function expression(text: string, convention: Convention): Reading | undefined {
  let at = 0
  const next = () => {
    while (text[at] === ' ') at++
    return text[at]
  }

  function sum(): Reading | undefined {
    let all = product()
    while (all && (next() === '+' || next() === '-')) {
      const sign = text[at++] === '+' ? 1 : -1
      const term = product()
      all = term && { value: all.value + sign * term.value, half: all.half + term.half }
    }
    return all
  }

  function product(): Reading | undefined {
    let all = signed()
    while (all && (next() === '*' || next() === 'x' || next() === '/')) {
      const divides = text[at++] === '/'
      const factor = signed()
      all = factor && (divides ? over(all, factor) : times(all, factor))
    }
    return all
  }

  function signed(): Reading | undefined {
    if (next() !== '-' && next() !== '+') return power()
    const sign = text[at++] === '-' ? -1 : 1
    const size = power()
    return size && { value: sign * size.value, half: size.half }
  }

  function power(): Reading | undefined {
    const base = atom()
    if (!base || next() !== '^') return base
    at++
    const exponent = signed()
    if (!exponent) return undefined
    const value = base.value ** exponent.value
    return { value, half: Math.abs((exponent.value * value * base.half) / (base.value || 1)) }
  }

  function atom(): Reading | undefined {
    if (next() === '(') {
      at++
      const inner = sum()
      if (next() !== ')') return undefined
      at++
      return inner
    }
    literal.lastIndex = at
    const [found] = literal.exec(text) ?? []
    if (found === undefined) return undefined
    at += found.length
    return number(found, convention)
  }

  const all = sum()
  return next() === undefined && all && Number.isFinite(all.value) ? all : undefined
}

function times(a: Reading, b: Reading): Reading {
  return { value: a.value * b.value, half: Math.abs(a.value) * b.half + Math.abs(b.value) * a.half }
}

function over(a: Reading, b: Reading): Reading | undefined {
  return b.value === 0 ? undefined : times(a, { value: 1 / b.value, half: b.half / b.value ** 2 })
}

/** Thousands in threes by one sign throughout, or as in India: `1,024,000`, `1 024 000`, `10,24,000`. */
function grouped(digits: string, group: string): boolean {
  const [sign] = /[., '_]/.exec(digits) ?? []
  if (sign === undefined) return true
  if (digits.startsWith('0') || !` '_${group}`.includes(sign)) return false
  const parts = digits.split(sign)
  const threes = parts[0].length <= 3 && parts.slice(1).every((part) => /^\d{3}$/.test(part))
  const indian = sign === ',' && /^\d{1,2}(,\d\d)+,\d{3}$/.test(digits)
  return threes || indian
}

/** One number in one convention; undefined where it cannot be meant in it. */
function number(text: string, { group, point }: Convention): Reading | undefined {
  const [, digits, exponent = '', prefix] = /^([\d., '_]*?)(e[+-]?\d+)? ?([kmgt])?$/.exec(text) ?? []
  if (digits === undefined) return undefined
  const isScaled = exponent !== '' || prefix !== undefined
  const cut = digits.lastIndexOf(point)
  const [whole, decimals] = cut < 0 ? [digits, ''] : [digits.slice(0, cut), digits.slice(cut + 1)]
  if (!/^\d*$/.test(decimals) || !grouped(whole, group)) return undefined
  // Thousands of thousands: `1.814G` has decimals in every country.
  if (isScaled && group === '.' && whole.includes('.')) return undefined
  const scale = prefix ? scales[prefix] : 1
  const value = Number(`${whole.replace(/\D/g, '')}${decimals && `.${decimals}`}${exponent}`) * scale
  const half = decimals || prefix ? 0.5 * Number(`1${exponent}`) * scale * 10 ** -decimals.length : 0
  return { value, half }
}
