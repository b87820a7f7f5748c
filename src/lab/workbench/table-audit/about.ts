import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Audit a table',
  goal: 'audit the table of a paper',
  look: [
    'Paste the table of a paper you read this week. Which rows contradict what counting gives?',
    'Set K to 1,000 and to 1,024. Some contradictions are only that.',
    'A row that counts twice as much as its neighbors say may count multiplications and additions.',
  ],
  place: 70,
}
