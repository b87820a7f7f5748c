/** What is most often forgotten, and what is most often counted too much, where a number of this kind is asked for. */
interface Usual {
  readonly small: string
  readonly large: string
}

/** By the unit that stands beside the answer's field. */
const usual: Readonly<Record<string, Usual>> = {
  weights: {
    small: 'Is a layer missing, one side of a kernel, or a number of channels?',
    large: 'A weight is counted once, wherever it is used, and biases, γ and β are not weights here.',
  },
  parameters: {
    small: 'Is a layer missing, or the biases, or γ and β of a normalization?',
    large: 'Does each filter read as many channels as you gave it? A mean and a variance are not parameters.',
  },
  MACs: {
    small:
      'Each weight is used once at every position of the output: is a layer missing, or a side of its map?',
    large: 'Positions are those of the output: a stride leaves fewer of them.',
  },
  channels: {
    small: 'Is something that is passed on missing: a path, or the input?',
    large: 'Of each path only what leaves it counts, not what it has inside.',
  },
  pixels: {
    small: 'A kernel reaches out on both sides, and every stride makes the later steps wider.',
    large: 'A kernel adds one less than its side, half of that on each side.',
  },
  values: {
    small: 'Height, width and channels: is one of them missing?',
    large: 'Height, width and channels: what makes one of them smaller on the way?',
  },
  convolutions: {
    small: 'Those of every path count, and those outside the blocks.',
    large: 'Pools, normalizations and fully connected layers are no convolutions.',
  },
  layers: {
    small: 'Does each block bring all of its layers?',
    large: 'Projections, pools and normalizations do not count.',
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
