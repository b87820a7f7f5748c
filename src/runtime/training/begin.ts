import { type Beginning, begin } from '../begin'
import { forTraining } from '../choose'

/**
 * A worker in which networks learn.
 * @param onLost called when it ends by itself after it had started
 */
export function beginTraining(name: string, onLost: (reason: Error) => void): Beginning {
  return begin(forTraining, (_, reason) => onLost(reason), name)
}
