import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Audit a table',
  goal: 'tell which rows of a paper’s table contradict themselves, and which contradict a count',
  look: [
    'Begin with GoogLeNet. Some rows pass the test against themselves but fail the one against the count: both of their numbers are wrong in the same way.',
    'Begin with DenseNet. One of its four network names does not follow from the table’s own rows.',
    'Set K to 1,000, then to 1,024. Some contradictions come from this choice alone.',
    'Paste a table from a paper that you read this week and choose its network. A row that counts twice as much as its neighbors may count multiplications and additions separately.',
  ],
  question: {
    ask: 'A row passes the test against itself. What follows?',
    answers: [
      {
        text: 'Both of its numbers are right.',
        why: 'Open row 5a of GoogLeNet: its numbers agree with each other but not with the count.',
      },
      {
        text: 'Its two numbers agree with each other. They may still belong to another layer.',
        right: true,
        why: 'The ratio test divides one number by the other, so it cannot see an error that both share. The first row of GoogLeNet is such a case, too.',
      },
      {
        text: 'At least one of its numbers is right.',
        why: 'In the first row of GoogLeNet both are off, yet the ratio fits.',
      },
    ],
  },
  place: 25,
}
