import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Switch blocks and shortcuts off',
  goal: 'say what a trained network can still do without one of its blocks, and what that proves',
  look: [
    'Switch off any one block. The plain network nearly always drops to guessing or close to it; the residual one usually does not. Does it also keep its answer?',
    'Cut the shortcut of one block and keep its convolutions. What was learned as a small correction now has to stand alone.',
    'Remove a block from ResNet-20, then one from ResNet-56. What the deeper network hardly misses costs the shallow one dearly.',
    'Swap two neighboring blocks, or run a block twice: no layer was trained on such an input.',
  ],
  question: {
    ask: 'Read the measured deletions of ResNet-20 and ResNet-56. What do they say about the claim that “a residual network does not need any single block”?',
    answers: [
      {
        text: 'It holds for every residual network, because each block has a shortcut.',
        why: 'Read the curve of ResNet-20: each of its nine blocks has a shortcut, yet for most of them the error at least doubles without that one block.',
      },
      {
        text: 'It depends on how many blocks there are: most deletions cost the deep network little and the shallow one much.',
        right: true,
        why: 'A shortcut lets the tensor through, but whether the later blocks can work with it has to be measured. Veit et al. measured networks with far more blocks than ours.',
      },
      {
        text: 'It is wrong: both networks guess when a block is gone.',
        why: 'Only the plain networks do that. Compare the two colors.',
      },
    ],
  },
  place: 10,
}
