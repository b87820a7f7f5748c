import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Build a block',
  goal: 'build a block from convolutions, sums and concatenations, and read off its cost and receptive field',
  look: [
    'Begin with the residual block. Remove the BN after the second convolution, then change the number of its filters. Which of these changes does the sum refuse?',
    'Put a 1×1 convolution with 16 filters before a 3×3 and another after it. What happens to the number of parameters?',
    'Raise the number of groups of a 3×3 convolution step by step. The cost falls, and so does the number of channels that each filter reads.',
    'Solve a challenge, then compare your block with the best one we know. Which idea from the lecture does it use?',
  ],
  question: {
    ask: 'A 3×3 convolution gets as many groups as it has channels. What is lost?',
    answers: [
      {
        text: 'It sees fewer pixels.',
        why: 'Watch “sees” while you raise the number of groups: it stays the same.',
      },
      {
        text: 'Its output gets smaller.',
        why: 'Watch “gives”: height, width and channels stay the same.',
      },
      {
        text: 'Each filter reads only one channel, so something else has to mix them.',
        right: true,
        why: 'That is why such a convolution is paired with a 1×1, which mixes all channels at each position.',
      },
    ],
  },
  place: 35,
}
