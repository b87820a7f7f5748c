/** What is most often forgotten, and what is most often counted too much, where a number of this kind is asked for. */
interface Usual {
  readonly small: string
  readonly large: string
}

/** By the unit that stands beside the answer's field. */
const usual: Readonly<Record<string, Usual>> = {
  weights: {
    small: 'Have you left out a layer, one side of a kernel or a number of channels?',
    large: 'A weight is counted once, however often it is used, and biases, γ and β are not weights here.',
  },
  parameters: {
    small: 'Have you left out a layer, the biases, or γ and β of a normalization?',
    large: 'Does each filter read as many channels as you assumed? A mean and a variance are not parameters.',
  },
  MACs: {
    small:
      'Each weight is used once at every position of the output. Have you left out a layer or one side of its map?',
    large: 'Count the positions of the output: a stride leaves fewer of them.',
  },
  channels: {
    small: 'Have you left out something that is passed on, such as a path or the input?',
    large: 'Only the output of each path counts, not the channels inside it.',
  },
  pixels: {
    small: 'A kernel reaches out on both sides, and every stride makes later steps wider.',
    large: 'A kernel adds one less than its size to the field, half of that on each side.',
  },
  values: {
    small: 'Have you left out the height, the width or the channels?',
    large: 'Does something along the way make the height, the width or the channels smaller?',
  },
  convolutions: {
    small: 'The convolutions of every path count, and so do those outside the blocks.',
    large: 'Pooling layers, normalizations and fully connected layers are not convolutions.',
  },
  layers: {
    small: 'Have you counted all layers of every block?',
    large: 'Projections, pooling layers and normalizations do not count.',
  },
  times: {
    small: 'Write down both numbers before you divide: is something missing from one of them?',
    large: 'Write down both numbers before you divide: is something missing from one of them?',
  },
}

/** The question a teacher would ask back, who sees a wrong number of this unit; undefined where slips differ from question to question. */
export function usualSlip(unit: string | undefined, size: 'small' | 'large'): string | undefined {
  return unit === undefined ? undefined : usual[unit.replace(/^(million|billion) /, '')]?.[size]
}
