import type { Recipe } from '../../runtime/trained/manifest'

/** `SGD with Nesterov momentum 0.9, batches of 128, …`. */
export function recipeInWords({ batch, rate, warm, momentum, decay }: Recipe): string {
  const climb = warm < 0.01 ? 'falling to 0' : `reached after ${Math.round(warm * 100)} % and falling to 0`
  return (
    `SGD with Nesterov momentum ${momentum}, batches of ${batch}, learning rate ${rate} ${climb}, ` +
    `weight decay ${decay}`
  )
}

/** `54 minutes`, `3.2 hours`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} seconds`
  if (seconds < 5400) return `${Math.round(seconds / 60)} minutes`
  return `${(seconds / 3600).toFixed(1)} hours`
}
