/** Made by tools/zoo.mjs from public/models. */
declare module 'virtual:models' {
  import type { TrainedSummary } from './models'
  export const models: readonly TrainedSummary[]
}
