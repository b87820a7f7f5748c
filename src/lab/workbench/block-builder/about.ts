import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Build your own network',
  goal: 'design a network within a parameter budget and a MAC budget',
  look: [
    'Which budget runs out first, and in which part of the network?',
    'Halve the map earlier, and read both meters again.',
    'Can the last layer see the whole image without a single additional parameter?',
  ],
  place: 60,
}
