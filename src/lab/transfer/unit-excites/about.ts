import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'What excites a unit',
  goal: 'say what patches, made pictures and covering squares tell about a channel, and what they do not prove',
  look: [
    'Go through the channels of the first part: edges in one direction, one color. Then through those of the last: do the patches still have a common edge?',
    'Compare the patch with its place. A value of a late part sees the whole image, so its patch says little about the reason.',
    'Have a picture made. ResNet-20, last part, channel 5: of the drawings a bird excites it most, to 7.6; 64 steps make a picture of 39.1, with antlers. Without jitter and blur it is about 52, and noise to our eyes. Which of the two shows what the channel looks for?',
    'Go through the walls from the first part to the last: colors, stripes, corners and curves, then heads and legs. Then make one picture with three seeds: what stays?',
    'Cover a picture square by square. Is the worst square on the thing, or beside it?',
    'Send your own image along: does it enter among the strongest of a channel that you had a name for?',
  ],
  question: {
    ask: 'All six patches of a channel show a wheel. What follows?',
    answers: [
      {
        text: 'The channel detects wheels.',
        why: 'It may, or it answers to any dark disk, or to the ground below. The drawings have few other disks: look at patches further down the list, or send an image with a plate.',
      },
      {
        text: 'Of these images, those with a wheel excite it most; what else would, these images cannot tell.',
        right: true,
        why: 'The patches are the largest of a small set. A name for a channel is a guess that other images can refute.',
      },
      {
        text: 'Without this channel the network could no longer recognize cars.',
        why: 'What excites a channel says nothing about what later layers do with it. Only switching it off would show what it is worth.',
      },
    ],
  },
  place: 20,
}
