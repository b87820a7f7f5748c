import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Batch normalization in a trained network',
  goal: 'say which statistics a layer normalizes with in training and at inference, and what freezing preserves',
  look: [
    'Before and after: normalize with the statistics of the batch, then remove drawings until one is left. The answer to the first drawing now depends on which others are in the batch.',
    'Multiply γ by 0: every value of a channel becomes its β. Then add 3 to β: hardly any value is left below zero, so the ReLU that follows cuts off almost nothing.',
    'Shift, ResNet-20, light × 0.4: with running statistics, the input of the first normalization is off by 0.27 standard deviations and that of the last by 0.12; with those of the batch, by 0.27 and 0.03. The answers change only later: 16 and 19 of 20 are right, just as in the usual light, so here the batch helps because drawings are not photographs. At × 0.1, 2 and 18 are right.',
    'Shift with photographs, light × 0.4: the network calls the church and the cup cats with running statistics, a ship and an automobile with those of the batch. It has to answer with one of its ten classes; with the batch’s statistics, its answer to one photograph depends on the other four.',
    'Frozen or not, light × 0.4, ten steps: with γ and β frozen, none of their 1,376 numbers changes, but all 1,376 running statistics do. With the layers frozen as a whole, not one bit of either changes, while nearly all of the 268,346 numbers in kernels and biases move.',
    'Race, plain, 8 layers, seed 1: without batch norm the loss stays near that of guessing, at 1.79 to 1.90 for every rate, and no run diverges in 60 steps. With batch norm it reaches 1.73, 1.49 and 1.51, but 1.85 at the largest rate. With noise after it, the loss reaches 1.81, 1.75, 1.78 and 1.86: in so few steps, noise does more harm than Santurkar et al. 2018 found in long runs.',
  ],
  question: {
    ask: 'You freeze γ and β of a trained network and continue training on darker images. What changes in its normalizations?',
    answers: [
      {
        text: 'Nothing: γ and β are all they have.',
        why: 'Try it under “frozen or not” with γ and β frozen, and read the row of the running statistics.',
      },
      {
        text: 'The running means and variances: they follow the darker batches.',
        right: true,
        why: 'No gradient touches them, so freezing weights does not stop them. They stay the same to the last bit only when the layer is frozen as a whole, so that it normalizes with its stored statistics.',
      },
      {
        text: 'Only their output, and only during training.',
        why: 'The output changes, but so do the stored statistics, which are used later with every other image; the table counts those numbers.',
      },
    ],
  },
  place: 24,
}
