/* eslint-disable @typescript-eslint/consistent-type-imports -- a declared module cannot import by a relative path. */

/** Made by tools/zoo.mjs from public/runs. */
declare module 'virtual:runs' {
  export const runs: readonly import('./history').History[]
  /** On photographs of full size. */
  export const fullSize: readonly import('./history').History[]
  export const transfers: readonly import('./report').TransferReport[]
  export const amounts: readonly import('./report').AmountReport[]
  export const shifts: readonly import('./shift').ShiftReport[]
  export const deletions: readonly import('./deletions').DeletionReport[]
}
