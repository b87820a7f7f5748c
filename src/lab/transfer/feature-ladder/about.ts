import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'What the stages see',
  goal: 'describe what early layers learn and what late layers learn',
  look: [
    'Compare the filters of the first layer before and after training. Which of them look for edges, and which for colors?',
    'Go up the stages. At which one can you no longer recognize the picture in its feature maps?',
    'Change the picture. Early maps change with every edge, late ones with what the picture shows.',
  ],
  place: 50,
}
