import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'A training of your own',
  goal: 'rewind a training run, change one thing, and tell what difference it makes',
  look: [
    'Run the initial settings: 1,024 images of ten classes, an 8-layer residual network, 200 steps. Both errors begin at 90%, the error of guessing; in our run with two workers they ended at 9.5% on the training images and 22.5% on others (with one worker, whose sums round differently, at 9% and 21%).',
    'Keep this run for comparison, choose 64 images and start again: in our run the errors ended at 0% and 72%. With new images in every batch they ended at 11% and 12.5%.',
    'Go back to a moment in the middle, change the rate, and fork. Both runs share everything before that moment, so any difference comes from that one change.',
    'Look at the kernels of the first layer at step 0 and at the end, then at the feature maps of an image that is misclassified.',
    'Cover a part of each image, add noise or let the shapes turn: each makes the task harder in a different way. Which one costs most?',
  ],
  question: {
    ask: 'With 64 images to learn from, the training error falls to zero and the test error stays high. What has gone wrong?',
    answers: [
      {
        text: 'The network has learned these 64 images but little that holds for others.',
        right: true,
        why: 'With new images in every batch this cannot happen: there the two errors stay close to each other. More images, varied images (augmentation) or weight decay narrow the gap.',
      },
      {
        text: 'The network is too small for the task.',
        why: 'A network that is too small would not learn its 64 images, either.',
      },
      {
        text: 'The rate is too high.',
        why: 'Then the training error would not fall to zero. Fork with a smaller rate: the gap stays.',
      },
    ],
  },
  place: 31,
}
