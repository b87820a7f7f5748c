import { memory, type Tensor, tensor } from '@tensorflow/tfjs-core'
import { inWords } from '../words'

/** Images with their classes, as plain numbers. */
export interface Batch {
  /** [batch, height, width, channels], row by row. */
  readonly images: Float32Array
  readonly shape: readonly [number, number, number, number]
  readonly labels: readonly number[]
  readonly classes: number
}

/** Lays a batch on the device for as long as it is used: the images, and a row with one 1 for each. */
export async function withBatch<T>(
  { images, shape, labels, classes }: Batch,
  action: (images: Tensor, answers: Tensor) => Promise<T>,
): Promise<T> {
  const values = new Float32Array(labels.length * classes)
  // Of an image whose class nobody said there is no answer.
  labels.forEach((label, i) => label >= 0 && (values[i * classes + label] = 1))
  const [x, y] = [tensor(images, [...shape]), tensor(values, [labels.length, classes])]
  try {
    return await action(x, y)
  } catch (error) {
    const instead = 'Fewer images at once or a smaller network will do.'
    throw inWords(error, `${labels.length} images were computed together`, instead)
  } finally {
    x.dispose()
    y.dispose()
  }
}

/** Tensors alive on the current backend. */
export const tensorsAlive = (): number => memory().numTensors
