import { glossary } from '../../content/glossary'
import { references } from '../../content/references'
import { slips } from '../../content/slips/index'
import { families, presets } from '../architectures/index'
import { practiceKinds, practices } from '../exercises/practice'
import { labOptions } from '../lab/options'
import { ops } from '../nn/ops'
import { quantityIds } from '../nn/quantities'
import type { Quantity } from '../recorded/history'
import { levels } from '../table/sort'
import { lectureSlides, partNames, slideKinds, type StepDescription } from './description'
import {
  and,
  type Attribute,
  computed,
  data,
  either,
  fields,
  type Fields,
  flag,
  type Kind,
  list,
  listed,
  names,
  needed,
  oneOf,
  optional,
  rule,
  share,
  text,
  value,
  whole,
  words,
} from './kinds'
import { numbers } from './numbers'
import type { components } from './vocabulary/index'
import type { Measure } from './vocabulary/Tables'

const networks = [...presets.map(({ id }) => id), ...families.map(({ id }) => id)]
const network = oneOf('network', networks)
const slidesOfLecture = Array.from({ length: lectureSlides }, (_, i) => `S${i + 1}`)
const lectureSlide = and(
  text,
  rule<string>(
    (name) => slidesOfLecture.includes(name),
    (what) => `${what} names a slide that the lecture does not have: its slides are S1 to S${lectureSlides}`,
  ),
)
const goal = and(
  text,
  rule<string>(
    (said) => /^\p{Ll}/u.test(said) && !/[.!?]$/.test(said),
    (what) => `${what} follows "You learn to": it begins with a lowercase letter and has no period`,
  ),
)
/** A slide of the course, as addresses have it; whether it comes before is checked where the order is known. */
const taken = and(
  text,
  rule<string>(
    (name) => /^[a-z\d-]+\/[a-z\d-]+$/.test(name),
    (what) => `${what} names a slide as lesson/slide`,
  ),
)
const countable = Object.keys(numbers).filter((name) => name !== 'graph' && name !== 'shape')
/** An op, a family, or a part as a network or a family has it: `googlenet/inception`. */
const taught: Kind = (value, what, known) =>
  (typeof value === 'string' && value.includes('/')
    ? oneOf('network', networks)
    : oneOf('op or family', [...Object.keys(ops), ...families.map(({ id }) => id)]))(
    typeof value === 'string' ? value.split('/')[0] : value,
    what,
    known,
  )
/** A part of a network; whether it has one of this name is checked where its network is known. */
const which = { network: optional(network), options: optional(data) } as const

const choice = list(fields({ text: needed(words), right: optional(flag), why: needed(words) }), 2)
const blank = fields({
  answer: needed(either(text, value)),
  within: optional(share),
  options: optional(list(text, 2)),
  hint: needed(text),
})

type Vocabulary = Omit<typeof components, 'h1'>
type PropsOf<C> = C extends (props: infer P) => unknown ? Omit<P, 'children'> : never
type Need<P, A extends keyof P> = object extends Pick<P, A> ? 'optional' : 'needed'

/** What may stand on each component of a lesson. The compiler holds it to the components' own properties: none is missing, and what they need is needed. */
export const attributes: {
  readonly [C in keyof Vocabulary]: {
    readonly [A in keyof PropsOf<Vocabulary[C]>]-?: Attribute & {
      readonly need: Need<PropsOf<Vocabulary[C]>, A>
    }
  }
} = {
  Step: {
    id: needed(text),
    title: needed(text),
    goal: optional(goal),
    kind: optional(oneOf('kind of slide', [...slideKinds])),
    slides: optional(listed(lectureSlide)),
    teaches: optional(listed(taught)),
    network: optional(network),
    options: optional(data),
    focus: optional(text),
    expand: optional(either(oneOf('way to expand', ['all']), list(text))),
    colour: optional(oneOf('colouring', ['path', 'family', ...quantityIds])),
    image: optional(oneOf('image', ({ images }) => images)),
    scale: optional(
      oneOf('scale', names<NonNullable<StepDescription['scale']>>({ auto: true, linear: true, sqrt: true })),
    ),
    links: optional(
      oneOf('way to draw links', names<NonNullable<StepDescription['links']>>({ flow: true, all: true })),
    ),
    beside: optional(network),
    table: optional(oneOf('table', levels)),
    show: optional(oneOf('lab', Object.keys(labOptions))),
    with: optional(data),
    reveal: optional(listed(oneOf('part of a slide', [...partNames]))),
    seen: optional(text),
  },
  Notes: {},
  Brief: {},
  Why: { title: needed(text) },
  Unsolved: {},
  Mixed: { of: needed(listed(taken)) },
  Ref: { at: needed(text) },
  Count: {
    of: optional(oneOf('count', countable)),
    value: optional(computed),
    as: optional(
      oneOf(
        'way to write a count',
        names<'full' | 'short' | 'share' | 'times'>({ full: true, short: true, share: true, times: true }),
      ),
    ),
    digits: optional(whole),
    beside: optional(network),
    at: optional(text),
    ...which,
  },
  Shape: { at: needed(text), ...which },
  Sum: { at: needed(text), ...which },
  Quote: { from: optional(lectureSlide) },
  Slip: {
    e: needed(
      and(
        whole,
        rule<number>(
          (e) => slips.some((slip) => slip.e === e),
          (what) => `${what} is not a slip of content/slips`,
        ),
      ),
    ),
    waits: optional(flag),
  },
  Source: { of: needed(oneOf('reference', Object.keys(references))), at: optional(text) },
  Term: { of: needed(oneOf('term of the glossary', Object.keys(glossary))) },
  Disputed: {},
  Table: {
    ...which,
    at: optional(text),
    columns: optional(
      list(
        oneOf(
          'column',
          names<Measure>({ shape: true, params: true, weights: true, macs: true, field: true }),
        ),
      ),
    ),
  },
  Compare: {
    networks: needed(list(either(network, and(list(either(network, data), 2))), 2)),
    of: optional(
      list(
        oneOf(
          'count to compare',
          names<'params' | 'macs' | 'depth' | 'activations'>({
            params: true,
            macs: true,
            depth: true,
            activations: true,
          }),
        ),
      ),
    ),
  },
  Curve: {
    runs: needed(list(oneOf('recorded run', ({ runs }) => runs))),
    of: optional(
      list(
        oneOf(
          'curve',
          names<Quantity>({ trainError: true, testError: true, trainLoss: true, testLoss: true }),
        ),
      ),
    ),
  },
  Predict: {
    ask: needed(words),
    answer: needed(value),
    unit: optional(text),
    within: optional(share),
    mistakes: optional(list(fields({ value: needed(value), say: needed(words) }), 0)),
    holds: optional(flag),
    hides: optional(list(text)),
  },
  Choice: {
    ask: needed(words),
    holds: optional(flag),
    hides: optional(list(text)),
    options: needed(
      and(
        choice,
        rule<readonly { right?: boolean }[]>(
          (options) => options.filter(({ right }) => right).length === 1,
          (what) => `${what} needs exactly one with right: true`,
        ),
      ),
    ),
  },
  Order: {
    ask: needed(words),
    hides: optional(list(text)),
    items: needed(
      and(
        list(text, 2),
        rule<readonly string[]>(
          (items) => new Set(items).size === items.length,
          (what) => `${what} names something twice`,
        ),
      ),
    ),
  },
  Cloze: {
    ask: optional(words),
    text: needed(text),
    blanks: needed(
      and(
        list(blank),
        rule<readonly { answer: unknown; options?: readonly unknown[] }[]>(
          (blanks) =>
            blanks.every(({ answer, options }) =>
              options ? options.includes(answer) : typeof answer !== 'string',
            ),
          (what) => `${what} has a word that is not among its options`,
        ),
      ),
    ),
  },
  Practice: {
    of: needed(oneOf('exercise', Object.keys(practices))),
    kind: needed(oneOf('kind of exercise', Object.keys(practiceKinds))),
  },
}

/** The same by any name, for names that an author wrote. */
export const vocabulary: Readonly<Record<string, Fields>> = attributes

/** Components that ask the reader something. */
export const questions: ReadonlySet<string> = new Set<keyof Vocabulary>([
  'Predict',
  'Choice',
  'Order',
  'Cloze',
  'Practice',
])
