import {
  add,
  div,
  mul,
  sqrt,
  square,
  sub,
  type Tensor,
  tensor,
  tidy,
  type Variable,
  variable,
  zeros,
} from '@tensorflow/tfjs-core'
import type { OptimizerName } from './optimizers'

/**
 * What becomes of batch normalizations while the kernels learn: `learn` as everywhere; `drift` where γ and β stay and
 * the running statistics follow the batches all the same; `frozen` where they normalize with what is stored and
 * nothing of them changes.
 */
export type Norms = 'learn' | 'drift' | 'frozen'

/** Stochastic gradient descent with momentum, as the papers of these networks train, unless said otherwise. */
export interface Descent {
  readonly seed: number
  readonly rate: number
  readonly momentum?: number
  readonly optimizer?: OptimizerName
  /** Weight decay: this times every kernel is added to its gradient; 0 unless said. */
  readonly decay?: number
  /** Factor on every kernel at the start; 1 is He's initialisation. */
  readonly scale?: number
  readonly norms?: Norms
  /** Share of a new batch in the running statistics; 0.1 as in PyTorch. */
  readonly share?: number
  /** How strongly the output of every normalization is disturbed at each step (`disturb.ts`); 0 unless said. */
  readonly noise?: number
}

/** Values of weights by `<node>.<name>`. */
export type WeightValues = Readonly<Record<string, Float32Array>>

/** A weight that learns, and what its optimizer remembers of the gradients before. */
export interface Learning {
  /** `<node>.<name>` */
  readonly name: string
  readonly weight: Variable
  readonly velocity: Variable
  /** Of Adam alone: the mean of the squared gradients. */
  readonly squares?: Variable
  /** Whether weight decay takes hold of it: kernels, not biases, γ or β. */
  readonly decays: boolean
}

/** What an optimizer remembers of the steps before, by `<node>.<name>`; the squares are of Adam alone. */
export interface Memory {
  readonly steps: number
  readonly velocity: WeightValues
  readonly squares: WeightValues
}

/** Whether an optimizer can go on from what another learner's remembered: the means of Adam are no velocities. */
export const suits = ({ squares }: Memory, optimizer: OptimizerName): boolean =>
  Object.keys(squares).length > 0 === (optimizer === 'adam')

/** What a weight begins with, for an optimizer that remembers nothing or what it is told. */
export function beginning(
  name: string,
  weight: Variable,
  decays: boolean,
  optimizer: OptimizerName,
  remembered?: Memory,
): Learning {
  const from = (values: Float32Array | undefined) =>
    tidy(() => variable(values ? tensor(values, weight.shape) : zeros(weight.shape), false))
  return {
    ...{ name, weight, decays, velocity: from(remembered?.velocity[name]) },
    ...(optimizer === 'adam' && { squares: from(remembered?.squares[name]) }),
  }
}

const [forgets, forgetsSquares, tiny] = [0.9, 0.999, 1e-8]

/**
 * Moves a weight along its gradient.
 * @param step number of the step, from 1
 */
export function descend(
  { weight, velocity, squares, decays }: Learning,
  given: Tensor,
  step: number,
  rate: number,
  { momentum, decay, optimizer }: Pick<Required<Descent>, 'momentum' | 'decay' | 'optimizer'>,
): void {
  tidy(() => {
    const gradient = decay > 0 && decays ? add(given, mul(weight, decay)) : given
    if (squares) {
      velocity.assign(add(mul(velocity, forgets), mul(gradient, 1 - forgets)))
      squares.assign(add(mul(squares, forgetsSquares), mul(square(gradient), 1 - forgetsSquares)))
      const size = add(sqrt(mul(squares, 1 / (1 - forgetsSquares ** step))), tiny)
      weight.assign(sub(weight, div(mul(velocity, rate / (1 - forgets ** step)), size)))
      return
    }
    velocity.assign(add(mul(velocity, momentum), gradient))
    const along = optimizer === 'nesterov' ? add(gradient, mul(velocity, momentum)) : velocity
    weight.assign(sub(weight, mul(along, rate)))
  })
}
