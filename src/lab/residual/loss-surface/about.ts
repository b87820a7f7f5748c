import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Loss surface',
  goal: 'say what a slice through a loss surface shows, and what it does not',
  look: [
    'Eight layers, seed 1. Both slices are bowls, and neither network has the flatter one: with seeds 1, 2 and 3 (of the directions, too) the mean loss at the edge was 50, 13 and 7 for the plain network, 14, 12 and 18 for the residual one.',
    'At 20 layers shortcuts make no flat bowl here either: 70, 51 and 63 against 154, 50 and 39, though the residual network stands lower in the middle: 0.77, 0.67 and 0.74 against 1.16, 0.71 and 1.47.',
    'At 44 layers, which take some minutes, they part: 23,000, 67,000 and 13,000 at the edge without shortcuts, 40, 170 and 67 with them, as Li et al. 2018 saw with 56. But the plain network has hardly learned: 1.58, 1.79 and 1.81 in the middle, where a guess has 1.79.',
    'The same with the statistics of the batch at each point: all slices become flat, 1.9 to 3.2 at the edge. Stored statistics fit the middle and nothing else, so most of each rise is theirs.',
    'Change the seed of the directions, then that of the training. Which numbers stay about the same?',
  ],
  question: {
    ask: 'At 44 layers, with stored statistics, the plain network’s loss grows by a factor of thousands toward the edge and the residual one’s does not. With those of the batch neither does. Why?',
    answers: [
      {
        text: 'The plain network has found a sharper minimum.',
        why: 'Then its loss would rise with either statistics. And it has hardly found a minimum: its loss in the middle is close to that of a guess.',
      },
      {
        text: 'Away from the middle no stored mean and variance fits, and in a row of layers each misfit multiplies the next; shortcuts carry the signal past them.',
        right: true,
        why: 'With the batch’s own statistics every layer is brought back to size, and the factor is gone. So a slice shows the network together with how it is normalized.',
      },
      {
        text: 'The two random directions are longer for the plain network.',
        why: 'Each filter of a direction is as long as the network’s own, and both networks get the same random numbers.',
      },
    ],
  },
  place: 23,
}
