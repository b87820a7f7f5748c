import { presets } from '../../architectures'
import { aboutOf, completeOptions, create } from '../../architectures/family'
import { experiments } from '../../lab/about'
import { build } from '../../nn/build'
import { ownDepth } from '../../nn/totals'
import { count, short } from '../../ui/format'

/** What stands in the page while its scripts come: the build writes it there (`tools/front`). */
export interface Opening {
  readonly title: string
  /** What it is about, in a sentence or two. */
  readonly about: string
  /** A network's most wanted numbers, as `Headline` has them. */
  readonly counts?: string
  /** A lesson's steps, each of which is a page and a slide of its own. */
  readonly steps?: Readonly<Record<string, Opening>>
}

interface LessonWords {
  readonly id: string
  readonly title: string
  readonly steps: readonly {
    readonly id: string
    readonly title: string
    readonly goal?: string
    readonly show?: string
  }[]
}

/** Of every lesson and its steps, every network and every lab, by its address without what is said behind it. */
export function openingsOf(lessons: readonly LessonWords[]): Readonly<Record<string, Opening>> {
  const steps = lessons.flatMap((lesson) => lesson.steps)
  const labs = new Map<string, Opening>()
  for (const { show, title, goal } of steps)
    if (show !== undefined && !labs.has(show)) labs.set(show, { title, about: learnt(goal) })
  for (const [lab, { title, goal }] of Object.entries(experiments))
    labs.set(lab, { title, about: learnt(goal) })
  return Object.fromEntries([
    ...lessons.map(({ id, title, steps }): [string, Opening] => [
      `course/${id}`,
      {
        title,
        about: learnt(...steps.map(({ goal }) => goal)),
        steps: Object.fromEntries(steps.map(({ id, title, goal }) => [id, { title, about: learnt(goal) }])),
      },
    ]),
    ...[...labs].map(([lab, opening]): [string, Opening] => [`lab/${lab}`, opening]),
    ...presets.map(({ id, family, preset }): [string, Opening] => {
      const options = completeOptions(family, preset)
      const architecture = create(family, options, preset)
      const graph = build(architecture)
      const { trainable, macs } = graph.totals
      return [
        `n/${id}`,
        {
          title: architecture.title,
          about: aboutOf(family, options, preset),
          counts: `${ownDepth(graph)} layers deep, ${count(trainable)} parameters, ${short(macs)} MACs`,
        },
      ]
    }),
  ])
}

/** What one can do afterwards, as one sentence. */
function learnt(...goals: readonly (string | undefined)[]): string {
  const said = goals.filter((goal) => goal !== undefined)
  return said.length > 0 ? `You learn to ${said.join('; to ')}.` : ''
}
