import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Loss surface',
  goal: 'explain what a slice through a loss surface shows and what it does not',
  look: [
    'Eight layers, seed 1: from the middle to the edge, the mean loss grows from 0.89 to 38 without shortcuts and from 1.2 to 14 with them. Try seeds 2 and 3, for the directions as well, and read the table of all slices. Does the same network have the lower edge each time?',
    'Seed 1 again, but with the statistics of the batch at each point: now the loss grows from 0.89 to 2.3 without shortcuts and from 1.2 to 2.1 with them.',
    'At 44 layers, which take a few minutes, the two networks may differ sharply, as Li et al. 2017 saw with 56 layers. With two of our three seeds, the loss at the edge was 30 and 2,400 times as high without shortcuts as with them; with the third it was not even twice as high. But the plain network had hardly learned: in the middle, its loss was close to 1.79, that of guessing.',
    'Change the seed of the directions, then that of the training. Which numbers stay about the same?',
  ],
  question: {
    ask: 'Compute eight layers twice with the same seeds, first with stored statistics and then with those of the batch at each point. How much of the rise toward the edge is left, and what caused the rest?',
    answers: [
      {
        text: 'Little is left. The rest came from stored means and variances, which fit only the middle.',
        right: true,
        why: 'Weights and directions are the same in both rows of the table; only the statistics differ. The batch’s own statistics bring the output of every layer back to size, so a slice shows the network together with the way it is normalized.',
      },
      {
        text: 'About half is left. The rest came from directions that are shorter the second time.',
        why: 'The directions have the same seed both times, and each of their filters has the same norm as the network’s own. Look at the last row of the table: how much higher is the loss at the edge than in the middle?',
      },
      {
        text: 'All of it is left: the statistics are not part of the loss surface.',
        why: 'Compute both and compare the two rows of the table. The output of a layer depends on the mean and the variance that normalize it.',
      },
    ],
  },
  place: 23,
}
