import { count } from '../ui/format'

/** `1,024,000`. */
export const whole = count

/** `8.71` with as many digits after the point as asked for. */
export function decimal(value: number, digits = 2): string {
  return value
    .toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replace('-', '−')
}

/** `89.4%`. */
export function share(value: number, digits = 1): string {
  return `${decimal(value * 100, digits)}%`
}

/** `28×28×192`. */
export function size(shape: readonly number[]): string {
  return shape.join('×')
}
