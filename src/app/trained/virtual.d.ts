/* eslint-disable @typescript-eslint/consistent-type-imports -- a declared module cannot import by a relative path. */

/** Made by tools/zoo.mjs from public/models. */
declare module 'virtual:models' {
  export const models: readonly import('./models').TrainedSummary[]
}
