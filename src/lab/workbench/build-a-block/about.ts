import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Build a block',
  goal: 'build a block from convolutions, sums and concatenations, and say what each piece costs and sees',
  look: [
    'Begin with the residual block and take out the second convolution’s BN, then its filters: which changes does the sum refuse?',
    'Put a 1×1 convolution with 16 filters before a 3×3 and another after it. What becomes of the parameters?',
    'Raise the groups of a 3×3 step by step. The cost falls, and so does what each channel reads.',
    'Solve a challenge, then compare with the best block we know: which idea of the lecture is in it?',
  ],
  question: {
    ask: 'A 3×3 convolution gets as many groups as it has channels. What is lost?',
    answers: [
      {
        text: 'It sees fewer pixels.',
        why: 'Watch “sees” while you raise the groups: it stays.',
      },
      {
        text: 'Its output gets smaller.',
        why: 'Watch “gives”: height, width and channels stay.',
      },
      {
        text: 'Each channel reads one channel only, so something else must mix them.',
        right: true,
        why: 'That is why such a convolution stands beside a 1×1, which mixes all channels at one position.',
      },
    ],
  },
  place: 35,
}
