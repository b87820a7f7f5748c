import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Build your own network',
  goal: 'stay within a budget of parameters and one of MACs',
  look: [
    'Which budget runs out first, and in which part of the network?',
    'Halve the map earlier, and read both meters again.',
    'Can the last layer see the whole image without another parameter?',
  ],
  place: 60,
}
