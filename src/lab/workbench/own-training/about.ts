import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'A training of your own',
  goal: 'run a training, go back in it, change one thing, and say what that changed',
  look: [
    'Run the start settings: 1,024 images of ten classes, an 8-layer residual network, 200 steps. Both errors begin at a guess, 90%; in our run with two workers they came to 9.5% on the images that were learned from and to 22.5% on others (with one, whose sums round otherwise, to 9% and 21%).',
    'Keep the run beside, take 64 images, and start again: 0% and 72% in our run. With always new images it was 11% and 12.5%.',
    'Go back to a moment in the middle, change the rate, and fork. Both runs share all that was before, so whatever differs comes from that one change.',
    'Look at the kernels of the first layer at step 0 and at the end, then at the maps of an image that is taken for something else.',
    'Cover a part of the images, add noise, let them turn: each makes the task harder in another way. Which one costs most?',
  ],
  question: {
    ask: 'With 64 images to learn from, the training error falls to zero and the test error stays high. What is the matter?',
    answers: [
      {
        text: 'The network has learned these 64 images, and little that holds for others.',
        right: true,
        why: 'With always new images it cannot: there the two errors stay close to each other. More images, varied ones (augmentation) or weight decay narrow the gap.',
      },
      {
        text: 'The network is too small for the task.',
        why: 'One that is too small would not learn its 64 images either.',
      },
      {
        text: 'The rate is too high.',
        why: 'Then the training error would not fall to zero. Fork with a smaller rate: the gap stays.',
      },
    ],
  },
  place: 31,
}
