import { readdirSync, readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { readLesson } from '../../../tools/lessons/read'
import type { DiagramProps } from '../../diagram/Diagram'
import { framed, type LabModule } from '../../lab/shared/frame'
import { type Given, type LabText, readLab } from '../../lab/shared/schema'
import type { ReadStep, Use } from '../../lessons/check'
import { ShowingContext } from '../../lessons/context'
import { type Lesson, lessons } from '../../lessons/course'
import type { OutlinedStep } from '../../lessons/description'
import { components } from '../../lessons/vocabulary/index'
import { hiddenNumbers } from '../../nn/hidden'
import { rowsOf } from '../../table/rows'
import type { TableLevel } from '../../table/sort'
import { toMarkdown } from '../../table/text'
import { comparisonOf, openBeside } from '../compare/comparison'
import { start } from '../state/intent'
import { graphOf } from '../state/network'
import { graphBeside } from '../trained/base'
import { intentOf } from './intent'
import { Diagram } from './painted.fixture'
import { veilOver } from './veil'

/** A slide as somebody finds it who has answered nothing: what stands where. */
export interface OpenedSlide {
  readonly key: string
  readonly step: OutlinedStep
  readonly source: ReadStep
  /** The words and numbers of its picture, its lab and its table. */
  readonly figure: string
  /** Its words, without questions, and without what is folded. */
  readonly prose: string
}

const modules = import.meta.glob<LabModule>('/src/lab/*/*/*.lab.tsx')

/** Every slide of the course, in its order. */
export async function openSlides(): Promise<readonly OpenedSlide[]> {
  const opened: OpenedSlide[] = []
  for (const lesson of lessons) {
    const sources = sourceOf(lesson).steps
    const prose = await proseOf(lesson)
    for (const [i, step] of lesson.steps.entries())
      opened.push({
        key: `${lesson.id}/${step.id}`,
        step,
        source: sources[i],
        figure: textOf(await figureOf(step)),
        prose: prose[i],
      })
  }
  return opened
}

/** The question that ends a lesson. */
export function mixedOf(lesson: Lesson): Use {
  return sourceOf(lesson).frames.find(({ name }) => name === 'Mixed')!.uses[0]
}

function sourceOf({ module, id }: Lesson) {
  const name = readdirSync(`content/${module}`).find((file) => file.endsWith(`-${id}.mdx`))!
  const path = `content/${module}/${name}`
  return readLesson(path, readFileSync(path, 'utf8'))
}

async function proseOf(lesson: Lesson): Promise<readonly string[]> {
  const Body = await lesson.load()
  const page = renderToStaticMarkup(
    <ShowingContext value={{ lesson: lesson.id, only: null, notes: false, brief: true, folded: 'slips' }}>
      <Body components={components as never} />
    </ShowingContext>,
  )
  return page
    .split(/(?=<section class="step")/)
    .slice(1)
    .map((section) =>
      textOf(
        section
          .replace(/<details class="card".*?<\/details>/gs, '')
          .replace(/<section class="question".*?<\/section>/gs, '')
          // A formula stands there twice, for the eye and for machines.
          .replace(/<annotation.*?<\/annotation>/gs, ''),
      ),
    )
}

/** What one click in the lab of a slide can set: another choice, a box checked or not, a mark of a short slider. */
function clicksOf({ options }: LabModule, given: Given): readonly LabText[] {
  const value = readLab(options, given).value as Given
  return Object.entries(options).flatMap(([name, option]): LabText[] => {
    const set = (values: readonly unknown[]) =>
      values.filter((each) => each !== value[name]).map((each) => ({ [name]: String(each) }))
    switch (option.kind) {
      case 'choice':
        return set(option.choices)
      case 'switch':
        return set([true, false])
      case 'among':
        return set(option.values)
      case 'one of':
        return set(option.among(value as never))
      case 'words': {
        const on = value[name] as readonly string[]
        return option.choices.map((word) => ({
          [name]: (on.includes(word) ? on.filter((each) => each !== word) : [...on, word]).join(','),
        }))
      }
      case 'integer':
        return option.max - option.min > shortest
          ? []
          : set(Array.from({ length: option.max - option.min + 1 }, (_, i) => option.min + i))
      default:
        return []
    }
  })
}

/** A slider of more marks is moved, not clicked. */
const shortest = 10

/** What stands in a lab after one click, whatever is clicked; as a reader sees it who has answered nothing. */
export async function afterAClick(
  step: OutlinedStep,
): Promise<readonly (readonly [click: string, figure: string])[]> {
  if (step.show === undefined) return []
  const lab = await labOf(step.show)
  const clicks = clicksOf(lab, step.with ?? {})
  return Promise.all(
    clicks.map(async (said) => {
      const [[name, value]] = Object.entries(said)
      return [`${name} = ${value}`, textOf(await figureOf(step, said))] as const
    }),
  )
}

async function labOf(name: string): Promise<LabModule> {
  return modules[Object.keys(modules).find((path) => path.endsWith(`/${name}.lab.tsx`))!]()
}

const nothing: LabText = {}

/** The figure of a slide; its lab may be set by a reader. */
async function figureOf(step: OutlinedStep, said: LabText = nothing): Promise<string> {
  const hidden = new Set(step.hides)
  if (step.show !== undefined) {
    const Lab = framed(await labOf(step.show))
    const lab = renderToStaticMarkup(
      <Lab with={step.with ?? {}} said={said} onSay={() => {}} hides={hidden} />,
    )
    // What a chart says to those who cannot see it, it shows to the others once it is drawn.
    const charts = [...lab.matchAll(/role="img" aria-label="([^"]*)"/g)].map(([, said]) => `<p>${said}</p>`)
    const hints = [...lab.matchAll(/\s(?:title|alt)="([^"]*)"/g)].map(([, said]) => `<p>${said}</p>`)
    // What a control is called, or can be set to, says nothing of a network.
    return (
      charts.join('') +
      hints.join('') +
      lab.replace(/<(option|label|button|textarea|output)\b.*?<\/\1>/gs, '')
    )
  }
  if (step.network === undefined) return ''
  const intent = intentOf({ ...step, network: step.network }, start)
  const left = graphOf(intent.network, intent.options)
  const right = intent.beside === null ? null : graphBeside(intent.beside, intent.options)
  const veil = veilOver(hidden, right ? [left, right] : [left])
  const table =
    step.table === undefined
      ? ''
      : toMarkdown(rowsOf(left, step.table as TableLevel, hiddenNumbers(left, hidden)), 'hwc')
  const pictures: readonly Partial<DiagramProps>[] = right
    ? [
        { graph: left, expanded: intent.expanded, beside: right, rolls: false, direction: 'down' },
        {
          graph: right,
          expanded: openBeside(comparisonOf(left, right).diff, intent),
          ...{ beside: left, rolls: false, direction: 'down' as const },
        },
      ]
    : [{ graph: left, expanded: intent.expanded, scale: intent.scale, links: intent.links }]
  return `${pictures.map((props) => renderToStaticMarkup(<Diagram {...props} veil={veil} />)).join('')}<p>${table}</p>`
}

/** What stands in one element is one line. */
function textOf(html: string): string {
  return html
    .replace(/<\/?(?:b|em|i|strong|span|tspan|sup|sub|data|a|button|mi|mn|mo|mrow)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s*\n\s*\n\s*/g, '\n')
    .trim()
}
