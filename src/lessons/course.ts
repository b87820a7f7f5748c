import type { ComponentType } from 'react'
import { type Module, modules as given, own } from '../../content/course'
import { saidTwice } from '../../content/orders'
import { type LessonSource, mixed, type OutlinedStep, slidesOf } from './description'
import { asTaught } from './taught'

/** What MDX makes of a lesson; `components` gives the names in it their meaning. */
export type LessonBody = ComponentType<{
  readonly components: Readonly<Record<string, ComponentType<never>>>
}>

const outlines = import.meta.glob<LessonSource>('/content/*/*.mdx', {
  query: '?outline',
  import: 'default',
  eager: true,
})
const bodies = import.meta.glob<LessonBody>('/content/*/*.mdx', { import: 'default' })

export interface Lesson extends LessonSource {
  readonly load: () => Promise<LessonBody>
}

/** A slide with its lesson. */
export interface Slide {
  /** `mixed-kernels/kernel-zoo`: its place in addresses and in the reader's progress. */
  readonly key: string
  readonly lesson: Lesson
  readonly step: OutlinedStep
}

/** The parts of the course that have lessons, in order. */
export const modules: readonly Module[] = [...given, own].filter(({ id }) =>
  Object.values(outlines).some(({ module }) => module === id),
)

function moduleOf(id: string): number {
  return modules.findIndex((module) => module.id === id)
}

/** All lessons in the order of the course; before them what talks have besides, which belongs to no module. */
const all: readonly Lesson[] = Object.entries(outlines)
  .map(([path, outline]) => ({ ...outline, load: bodies[path] }))
  .sort((a, b) => moduleOf(a.module) - moduleOf(b.module) || a.place - b.place)

/** All lessons in the order of the course. */
export const lessons: readonly Lesson[] = all.filter(({ module }) => moduleOf(module) >= 0)

const slidesIn = (of: readonly Lesson[]): readonly Slide[] =>
  of.flatMap((lesson) => lesson.steps.map((step) => ({ key: `${lesson.id}/${step.id}`, lesson, step })))

/** The slides in the order of the course. */
export const slides: readonly Slide[] = slidesIn(lessons)

/** Where questions stand: on a slide, or at the end of a lesson. */
export const places: ReadonlySet<string> = new Set([
  ...slides.map(({ key }) => key),
  ...lessons.map(({ id }) => `${id}/${mixed.id}`),
])

/** Titles, sections and breaks of talks. */
export const talkSlides: readonly Slide[] = slidesIn(all.filter((lesson) => !lessons.includes(lesson)))

/** The slides in the order of the lecture, each where its first number stands, or later, when what it needs has been shown; those without a number are left out, and those that say again what another says. */
export const lectureOrder: readonly Slide[] = asTaught(
  slides
    .filter(({ key, step }) => slidesOf(step).length > 0 && !saidTwice.includes(key))
    .map((slide, place) => ({ slide, first: slidesOf(slide.step)[0], place }))
    .sort((a, b) => a.first - b.first || a.place - b.place)
    .map(({ slide }) => slide),
)

/** The slides that teach a slide of the lecture. */
export function teaching(number: number): readonly Slide[] {
  return slides.filter(({ step }) => slidesOf(step).includes(number))
}

export function lessonOf(id: string): Lesson | undefined {
  return all.find((lesson) => lesson.id === id)
}

export function slideOf(key: string): Slide | undefined {
  return slides.find((slide) => slide.key === key) ?? talkSlides.find((slide) => slide.key === key)
}

/** The first slide that teaches an op, a family or a part of one (`about.ts`). */
export function lessonAbout(name: string): Slide | undefined {
  return slides.find(({ step }) => step.teaches?.split(/\s+/).includes(name))
}
