import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Batch normalization in a trained network',
  goal: 'say which numbers normalize in training and in use, and what freezing keeps',
  look: [
    'Before and after: normalize with the statistics of the batch, then take drawings away until one is left. The answer to the first drawing now depends on which others are there.',
    'Multiply γ by 0: every value of a channel becomes its β. Then add 3 to β: hardly anything is left below zero, so the ReLU that follows cuts next to nothing.',
    'Shift: darken the drawings. Compare both kinds of statistics, first by the distance in each layer, then by the right answers.',
    'Frozen or not: freeze γ and β, darken the drawings and take a step. Which numbers change in some bit? Then freeze the normalizations as a whole.',
    'Race: at which rates does the network without normalization learn nothing or diverge? And is the noise, which brings the shift back, as bad as that?',
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
        why: 'No gradient touches them, so freezing weights does not stop them. They stay to the last bit when the layer is frozen as a whole, that is, normalizes with what it has stored.',
      },
      {
        text: 'Its output only, while training.',
        why: 'That changes, too. But what it has stored is used later, with every other image; the table counts those numbers.',
      },
    ],
  },
  place: 24,
}
