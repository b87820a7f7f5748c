import { count } from '../../ui/format'

/** `1 layer`, `1,200 layers`. */
export const many = (value: number, one: string, more = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : more}`
