import type { History } from './run'

/** Every step of a training, with what was measured after it. */
export function rowsOf({ losses, rates, scores }: History): readonly (readonly (string | number)[])[] {
  const after = new Map(scores.map((score) => [score.step, score]))
  const head = [
    'step',
    'rate',
    'loss of the batch',
    'training loss',
    'training error',
    'test loss',
    'test error',
  ]
  const cells = (step: number) => {
    const found = after.get(step)
    return found ? [found.train.loss, found.train.error, found.test.loss, found.test.error] : ['', '', '', '']
  }
  return [
    head,
    [0, '', '', ...cells(0)],
    ...losses.map((loss, i) => [i + 1, rates[i], loss, ...cells(i + 1)]),
  ]
}
