import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Batch normalization in a trained network',
  goal: 'say which numbers a layer normalizes with in training and in use, and what freezing keeps',
  look: [
    'Before and after: normalize with the statistics of the batch, then take drawings away until one is left. The answer to the first drawing now depends on which others are there.',
    'Multiply γ by 0: every value of a channel becomes its β. Then add 3 to β: hardly anything is left below zero, so the ReLU that follows cuts next to nothing.',
    'Shift, ResNet-20, light × 0.4: with running statistics, the input of the first normalization is off by 0.27 standard deviations and that of the last by 0.12; with those of the batch, by 0.27 and 0.03. The answers follow late: 16 and 19 of 20 are right, as in the usual light, so the batch helps because drawings are not photographs. At × 0.1, 2 and 18 are right.',
    'Shift with photographs, light × 0.4: the church and the cup are cats with running statistics, a ship and an automobile with those of the batch. The network must answer with one of its ten classes; with the batch’s statistics the answer to one photograph depends on the four others.',
    'Frozen or not, light × 0.4, ten steps: with γ and β frozen, none of their 1,376 numbers changes, and all 1,376 running statistics do. With the layers frozen as a whole, not one bit of either changes, while nearly all of the 268,346 kernel numbers move.',
    'Race, plain, 8 layers, seed 1: without batch norm the loss stays at that of guessing, 1.79 to 1.90 at every rate; none diverges in 60 steps. With it 1.73, 1.49, 1.51, and 1.85 at the largest rate. With noise after it 1.81, 1.75, 1.78, 1.86: in so few steps it does more harm than Santurkar et al. 2018 found in long ones.',
  ],
  question: {
    ask: 'You freeze γ and β of a trained network, and train on with darker images. What of its normalizations changes?',
    answers: [
      {
        text: 'Nothing: γ and β are all that it has.',
        why: 'Try it under “frozen or not” with γ and β frozen, and read the line of the running statistics.',
      },
      {
        text: 'The running means and variances: they follow the darker batches.',
        right: true,
        why: 'No gradient touches them, so freezing weights does not stop them. They stay the same to the last bit when the layer is frozen as a whole, that is, normalizes with what it has stored.',
      },
      {
        text: 'Its output only, while training.',
        why: 'That changes, too. But what it has stored is used later, with every other image; the table counts those numbers.',
      },
    ],
  },
  place: 24,
}
