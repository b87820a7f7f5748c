import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'What excites a unit',
  goal: 'say what patches, generated pictures and covering squares reveal about a channel, and what they do not prove',
  look: [
    'Go through the channels of the first part: their patches share an edge in one direction or a color. Then go through those of the last part: do the patches still share an edge?',
    'Compare the patch with its place in the image. A value in a late part sees the whole image, so its patch says little about what excites the channel.',
    'Have a picture made. ResNet-20, last part, channel 5: among the drawings, a bird excites it most, at 7.6; in 64 steps a picture with antlers reaches 39.1. Without jitter and blur it reaches about 52 but looks like noise to us. Which of the two shows what the channel looks for?',
    'Go through the walls from the first part to the last: colors, stripes, corners and curves, then heads and legs. Then make a picture with three different seeds: what stays the same?',
    'Cover a picture square by square. Is the worst square on the thing or next to it?',
    'Add your own image. Does it rank among the strongest images for a channel that you had already named?',
  ],
  question: {
    ask: 'All six patches of a channel show a wheel. What follows?',
    answers: [
      {
        text: 'The channel detects wheels.',
        why: 'It may, but it may also respond to any dark disk or to the ground below. The drawings contain few other disks: look at patches further down the list, or add an image of a plate.',
      },
      {
        text: 'Among these images, those with a wheel excite it most; they cannot tell what else would.',
        right: true,
        why: 'The patches are the strongest in a small set. A name for a channel is a guess that other images can refute.',
      },
      {
        text: 'Without this channel the network could no longer recognize cars.',
        why: 'What excites a channel says nothing about what later layers do with its output. Only switching it off would show how much it matters.',
      },
    ],
  },
  place: 20,
}
