import { family, image, integer } from './family'
import { inception } from './inceptionBlock'
import { papers } from './papers'
import { convRelu } from './parts'

const filters = (initial: number, about: string) => integer(initial, 1, 4096, about)
const optional = (initial: number, about: string) => integer(initial, 0, 4096, `${about}; 0 leaves it out.`)

const source = 'counted by hand from the row of table 1 of the GoogLeNet paper; biases included'

export default family({
  id: 'inception',
  title: 'Inception block',
  about: 'Four paths over one input, concatenated: a block of GoogLeNet as a network of its own.',
  paper: papers.googlenet,
  kind: 'block',
  options: {
    input: { ...image(28, 192), about: 'Height, width and channels that enter the block.' },
    p1: filters(64, 'Filters of the 1×1 path.'),
    'p2-reduce': optional(96, '1×1 filters before the 3×3'),
    p2: filters(128, 'Filters of the 3×3 path.'),
    'p3-reduce': optional(16, '1×1 filters before the 5×5'),
    p3: filters(32, 'Filters of the 5×5 path.'),
    p4: optional(32, '1×1 filters after the pool'),
  },
  body: (o) =>
    inception(
      'inception',
      { p1: o.p1, p2Reduce: o['p2-reduce'], p2: o.p2, p3Reduce: o['p3-reduce'], p3: o.p3, p4: o.p4 },
      { unit: convRelu },
    ),
  presets: [
    {
      id: 'inception-3a',
      title: 'Inception 3a',
      options: {},
      about: 'The first inception block of GoogLeNet: 64 + 128 + 32 + 32 = 256.',
      reference: { params: 163_696, macs: 128_049_152, source },
    },
    {
      id: 'inception-3b',
      title: 'Inception 3b',
      options: { input: [28, 28, 256], p1: 128, 'p2-reduce': 128, p2: 192, 'p3-reduce': 32, p3: 96, p4: 64 },
      about: 'The second: 128 + 192 + 96 + 64 = 480.',
      reference: { params: 388_736, macs: 304_267_264, source },
    },
    {
      id: 'inception-naive',
      title: 'Inception 3a, naive',
      options: { 'p2-reduce': 0, 'p3-reduce': 0, p4: 0 },
      about:
        'Without the 1×1 reductions: the cost more than doubles, and pooling passes on all its channels.',
      reference: {
        params: 387_296,
        macs: 303_464_448,
        source: 'counted by hand: 12,288 + 221,184 + 153,600 weights and 224 biases',
      },
    },
  ],
})
