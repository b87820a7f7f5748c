/* eslint-disable @typescript-eslint/consistent-type-imports -- a declared module cannot import by a relative path. */

/** Made by tools/zoo.mjs from public/models. */
declare module 'virtual:models' {
  export const models: readonly import('./models').TrainedSummary[]
}

/** Made by tools/zoo.mjs from public/runs. */
declare module 'virtual:runs' {
  export const runs: readonly import('../measured/history').History[]
  export const transfers: readonly import('../measured/transfer').TransferReport[]
}
