import { families, presets } from '../architectures/index'
import { labOptions } from '../lab/options'
import type { Known, Link } from './check'
import { courseLists } from './description'
import { unknown } from './kinds'

/** What is wrong with where a lesson's words lead; nothing where they lead to a page of the site, or elsewhere. */
export function linkProblem({ to, isPicture }: Link, { hasFile, lessons = [] }: Known): string | undefined {
  if (isPicture)
    return hasFile === undefined || (!/^([a-z]+:|\/|\.\.)/i.test(to) && hasFile(to))
      ? undefined
      : `there is no picture "${to}"; put it into public and name it from there, such as images/${to.split('/').at(-1)!}`
  if (/^(https?:\/\/|mailto:)/.test(to)) return undefined
  if (!to.startsWith('#/'))
    return `the link "${to}" leads nowhere: write #/… for a page of the site, or https://…`
  const [, page, name, step] = to.split('?')[0].split('/')
  if (name === undefined) return undefined
  if (page === 'n' && !networks.includes(name)) return unknown('network', name, networks)
  if (page === 'lab' && !Object.hasOwn(labOptions, name)) return unknown('lab', name, Object.keys(labOptions))
  if (page !== 'course' || courseLists.some((list) => list === name) || lessons.length === 0) return undefined
  const lesson = lessons.find(({ id }) => id === name)
  if (!lesson)
    return unknown(
      'lesson',
      name,
      lessons.map(({ id }) => id),
    )
  return step === undefined || lesson.steps.includes(step)
    ? undefined
    : unknown(`slide of ${name}`, step, lesson.steps)
}

const networks = [...presets, ...families].map(({ id }) => id)
