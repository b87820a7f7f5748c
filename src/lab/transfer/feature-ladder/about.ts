import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'What the stages see',
  goal: 'say what early and what late layers learn',
  look: [
    'The filters of the first layer before and after training: which of them are edges, which are colors?',
    'Go up the stages. At which one can you no longer tell the picture from its maps?',
    'Change the picture. Early maps change with every edge; late ones with what is shown.',
  ],
  place: 50,
}
