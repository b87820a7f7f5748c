import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Loss surface',
  goal: 'say what a slice through a loss surface shows, and what it does not',
  look: [
    'Eight layers, seed 1: from the middle to the edge the mean loss grows from 0.89 to 38 without shortcuts, from 1.2 to 14 with them. Take seeds 2 and 3, of the directions, too, and read the table of all slices: does the same network have the lower edge each time?',
    'Seed 1 again, with the statistics of the batch at each point: from 0.89 to 2.3 without shortcuts, from 1.2 to 2.1 with them.',
    'At 44 layers, which take some minutes, the two networks may part, as Li et al. 2017 saw with 56: with two of our three seeds the edge lay 30 and 2,400 times as high without shortcuts as with them, with the third not even twice. But the plain network had hardly learned: its middle was close to 1.79, the loss of a guess.',
    'Change the seed of the directions, then that of the training. Which numbers stay about the same?',
  ],
  question: {
    ask: 'Compute eight layers twice with the same seeds: with stored statistics, then with those of the batch at each point. Which part of the rise toward the edge is left, and what made the rest?',
    answers: [
      {
        text: 'Little is left. The rest came from stored means and variances, which fit the middle and nothing else.',
        right: true,
        why: 'Weights and directions are the same in both rows of the table; only what normalizes differs. With the batch’s own statistics every layer is brought back to size. So a slice shows the network together with how it is normalized.',
      },
      {
        text: 'About half is left. The rest came from directions that are shorter the second time.',
        why: 'The seed of the directions is the same, and each of their filters is as long as the network’s own. Look at the last row of the table: how much higher is the loss at the edge than in the middle?',
      },
      {
        text: 'All of it is left: the statistics are no part of the loss surface.',
        why: 'Compute both and compare the two rows of the table. What a layer hands on depends on the mean and the variance that it is normalized with.',
      },
    ],
  },
  place: 23,
}
