import { customGrad, mul, type Tensor } from '@tensorflow/tfjs-core'

/**
 * A tensor as it is, whose gradient is heard on its way back.
 * @param hear is lent ∂loss/∂x, of the shape of x; where x is read several times, their sum
 */
export function tapped(x: Tensor, hear: (dy: Tensor) => void): Tensor {
  const run = customGrad((input) => ({
    // A copy: tfjs finds the way of a gradient by which tensor came from which.
    value: mul(input as Tensor, 1),
    gradFunc: (dy: Tensor) => {
      hear(dy)
      return dy
    },
  }))
  return run(x)
}

/** Over all values of a tensor, in double precision: squares of what has nearly vanished are 0 in single. */
export async function rootMeanSquare(x: Tensor): Promise<number> {
  return (await norm(x)) / Math.sqrt(x.size)
}

/** The Euclidean norm of a tensor, the root of the sum of all squares, in double precision. */
export async function norm(x: Tensor): Promise<number> {
  const values = await x.data()
  let sum = 0
  for (const value of values) sum += value * value
  return Math.sqrt(sum)
}
