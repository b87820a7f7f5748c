import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Gradients while it learns',
  goal: 'tell from gradients and updates which layers of a network learn, and how fast',
  look: [
    'Plain, 20 layers, batch norm, rate 0.05, seed 1: in step 1 the gradient that comes back is 21 times as large at the first convolution as at the last. Take 100 steps and go through them: in our run the ratio was 2.7 in step 10 and 2.3 in step 100, though these later numbers depend on how a device rounds its sums. What vanishes or explodes at the start need not do so later.',
    'With 44 layers instead, that ratio starts above 1,200, and the first update of the first kernel is 3.3 times as large as the kernel itself. Draw “update ÷ weights” and “weights” up to step 10: the kernel grows twentyfold, and the update falls to 6% of it. With shortcuts the ratio starts at 19, and the first update is 5% of the kernel.',
    'Plain, 20 layers, without batch norm, half of He initialization: in step 1 every kernel gets a gradient below 1e−6. From step 2 on the late layers recover, because their biases have moved; the gradient of the first kernel is still below 1e−7 in step 20. With twice He’s weights, some values are no longer numbers in step 2.',
    'Begin with zeros. No kernel moves, however many steps you take. Use the picture to find out why.',
    'One seed is only one run. Change the seed before you believe a number: which of these findings hold for every seed?',
  ],
  question: {
    ask: 'Plain, 44 layers, batch norm: the first update is larger than the kernel that it changes, and yet the run survives. Why?',
    answers: [
      {
        text: 'Momentum brakes the steps that follow.',
        why: 'Momentum does not brake; it adds earlier gradients to each step. Draw the gradient of the weights: it gets smaller all by itself.',
      },
      {
        text: 'The normalization after it divides out the size of the kernel, and a larger kernel gets a smaller gradient.',
        right: true,
        why: 'The output of a normalized layer does not depend on the size of its kernel, so its gradient falls as the kernel grows. Each update is then a smaller share, as if the rate had been lowered.',
      },
      {
        text: 'The first layer hardly matters to the answer.',
        why: 'Its gradient is the largest of all, so the loss depends on it most.',
      },
    ],
  },
  place: 22,
}
