import { choice, number } from '../../shared/schema'

/** A little above what guessing costs: ln 1000 = 6.9 nats. */
export const most = 8

export const options = {
  main: number(1.2, 0, most, 'The main loss.'),
  helper1: number(2.2, 0, most, 'The loss of the first auxiliary classifier.'),
  helper2: number(1.6, 0, most, 'The loss of the second auxiliary classifier.'),
  // The paper's (Szegedy et al. 2014, section 5).
  weight: number(0.3, 0, 1, 'The weight of both in the sum.'),
  mode: choice(['train', 'eval'], 'train', 'Training or inference.'),
}

export const readouts = ['reach'] as const
