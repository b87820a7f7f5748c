import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Train it here',
  goal: 'run a comparison that changes one thing at a time',
  look: [
    'All three curves begin near the dotted line, the loss of a network that only guesses. Which one leaves it first?',
    'Add blocks and start again. At what depth does the plain network fall behind, although it has as many parameters as the residual one?',
    'Change only the seed. A difference between networks counts only if it is larger than the difference between seeds.',
  ],
  place: 30,
}
