import { decimal, share, whole } from '../../src/lessons/format'
import type { Slip } from '../../src/lessons/slip'

const ten = ['resnet18', { classes: 10 }] as const

/** S41 to S44: transfer learning. */
export const slips: readonly Slip[] = [
  {
    e: 41,
    slides: 'S41',
    kind: 'M',
    says: '(A title about performance and the amount of data; the figure is not in the text.)',
    count: () => ['numbers on the axes of the usual sketch: none', 'so every curve that rises fits it'],
    truth: () => 'The usual figure is a sketch without numbers on its axes.',
    because: () => 'A schematic is no data. Measured curves in four domains follow power laws.',
    sources: [['hestness', 'section 4']],
  },
  {
    e: 42,
    slides: 'S42',
    kind: 'W',
    says: 'Transfer learning is used because of the huge computational power that training needs.',
    count: (n) => [
      `ResNet-18 for ten classes: ${whole(n.params(ten))} parameters`,
      `with a hundred labelled images a class: ${whole(Math.round(n.params(ten) / 1000))} parameters for each image`,
    ],
    truth: () => 'Also, and mostly, because labelled data are scarce.',
    because: () => 'Computing can be bought; ten thousand labelled images of a rare disease cannot.',
    sources: [['yosinski', 'section 1']],
  },
  {
    e: 43,
    slides: 'S43',
    kind: 'W',
    says: 'We only retrain the latter layers.',
    count: (n) => [
      `head: ${share(n.params(ten, 'fc') / n.params(ten), 3)} of the parameters`,
      `with conv5_x: ${share((n.params(ten, 'fc') + n.params(ten, 'conv5_x')) / n.params(ten))}`,
      `with conv4_x: ${share((n.params(ten, 'fc') + n.params(ten, 'conv5_x') + n.params(ten, 'conv4_x')) / n.params(ten))}`,
    ],
    truth: () => 'That is one recipe of several.',
    because: () =>
      'Cutting in the middle separates layers that had learned together and can hurt; fine-tuning everything generalised best in the study.',
    sources: [['yosinski', 'section 4.1']],
  },
  {
    e: 44,
    slides: 'S44',
    kind: 'T',
    says: 'It gives better performance in most cases.',
    count: () => [
      `all of COCO: ${decimal(41.3, 1)} from scratch, ${decimal(41.1, 1)} pre-trained (box AP)`,
      `a tenth of it: ${decimal(25.9, 1)} and ${decimal(26, 1)}`,
    ],
    truth: () => 'With enough data of the new task and longer training, scratch catches up on COCO.',
    because: () =>
      'Copied weights made training shorter there, not the result better. With a tenth of the images scratch still kept up; with a hundredth it fell far behind.',
    sources: [['scratch', 'sections 5.1 and 5.2']],
  },
  {
    e: 45,
    slides: 'S44',
    kind: 'W',
    says: 'Another approach is representation learning.',
    count: (n) => [
      `what is copied of ResNet-18, features that were learned: ${whole(n.params(ten) - n.params(ten, 'fc'))} parameters`,
      `what is drawn anew, the head: ${whole(n.params(ten, 'fc'))}`,
    ],
    truth: () => 'It is no alternative: it is why transfer works.',
    because: () => 'What is copied are learned representations.',
    sources: [['yosinski', 'section 1']],
  },
]
