import { earlyKeys, takeKey } from '../help/early'

/** So long a key is meant for what comes, in milliseconds; later it has been forgotten. */
const patience = 10_000

/** For who listens to keys from now on: presses what was pressed before, each for the slide to which the one before has led. */
export function replayKeys(): void {
  removeEventListener('keydown', takeKey, true)
  const next = () => {
    const key = earlyKeys.shift()
    if (!key) return
    if (performance.now() - key.timeStamp < patience)
      document.body.dispatchEvent(new KeyboardEvent('keydown', key))
    setTimeout(next)
  }
  next()
}
