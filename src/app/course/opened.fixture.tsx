import { readdirSync, readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { readLesson } from '../../../tools/lessons/read'
import type { DiagramProps } from '../../diagram/Diagram'
import { framed, type LabModule } from '../../lab/shared/frame'
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

async function figureOf(step: OutlinedStep): Promise<string> {
  const hidden = new Set(step.hides)
  if (step.show !== undefined) {
    const path = Object.keys(modules).find((name) => name.endsWith(`/${step.show}.lab.tsx`))!
    const Lab = framed(await modules[path]())
    const lab = renderToStaticMarkup(<Lab with={step.with ?? {}} said={{}} onSay={() => {}} hides={hidden} />)
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
