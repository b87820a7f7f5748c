import { models } from 'virtual:models'
import { useState } from 'react'
import type { Module } from '../../../content/course'
import type { Family, Preset } from '../../architectures/family'
import { families, resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import { lectureOrder, lessons, modules, slides } from '../../lessons/course'
import { minutesTogether } from '../../lessons/minutes'
import { datasets } from '../../recorded/datasets'
import { bytes, count, percent, short } from '../../ui/format'
import { needsOf } from '../course/needs'
import { Drawing } from '../gallery/Drawing'
import { type LessonRoute, writeRoute } from '../route/route'
import { isTrained } from '../trained/models'
import { trainedAddress, trainedName } from '../trained/nearest'
import '../trained/badge.css'
import { licensesPage } from './licensesPage'
import './more.css'

/** The build makes this page of `docs/instructors.md` (`tools/pages`). */
const guidePage = './instructors.html'

/** What stands behind the two doors: the course, all networks, what instructors find, and what was measured. */
export function More() {
  return (
    <>
      <section className="more" aria-labelledby="more-course">
        <h2 id="more-course">What you will be able to do</h2>
        <p className="soft">
          {modules.length} modules, {lessons.length} lessons, {slides.length} slides: about{' '}
          {Math.round(minutesTogether(lessons) / 60)} hours in all. Every slide asks you something.
        </p>
        <ol className="more-modules">
          {modules.map((module, i) => (
            <ModuleCard key={module.id} module={module} place={i} />
          ))}
        </ol>
      </section>
      <section className="more" aria-labelledby="more-networks">
        <h2 id="more-networks">All networks</h2>
        <p className="soft">
          {count(families.reduce((sum, { presets }) => sum + presets.length, 0))} networks and blocks, each
          drawn, counted and run from one description.
        </p>
        <div className="more-families">
          {families.map((family) => (
            <FamilyRow key={family.id} family={family} />
          ))}
        </div>
      </section>
      <Instructors />
      <Measured />
      <footer className="more-foot soft">
        Layerwise is free software.{' '}
        <a className="link" href={licensesPage}>
          Licenses
        </a>{' '}
        of everything in it.
      </footer>
    </>
  )
}

const lessonPlace: LessonRoute = {
  page: 'lesson',
  lesson: lessons[0].id,
  step: null,
  deck: false,
  notes: false,
  order: 'course',
  lab: {},
}

function ModuleCard({ module, place }: { readonly module: Module; readonly place: number }) {
  const { id, title, can, picture } = module
  const own = lessons.filter((lesson) => lesson.module === id)
  const needs = needsOf(module)
  return (
    <li>
      <a className="more-card" href={writeRoute({ ...lessonPlace, lesson: own[0].id })}>
        <Drawing {...picture} className="more-picture" />
        <strong>{title}</strong>
        <span>{`${can[0].toUpperCase()}${can.slice(1)}.`}</span>
        <span className="more-facts">
          Module {place} · about {minutesTogether(own)} min
          {needs && ` · ${needs}`}
        </span>
      </a>
    </li>
  )
}

function FamilyRow({ family }: { readonly family: Family }) {
  return (
    <section aria-labelledby={`more-family-${family.id}`} className="more-family">
      <h3 id={`more-family-${family.id}`}>
        {family.title} <small>{family.paper.year}</small>
      </h3>
      <ul className="more-networks">
        {family.presets.map((preset) => (
          <NetworkCard key={preset.id} preset={preset} />
        ))}
      </ul>
    </section>
  )
}

function NetworkCard({ preset }: { readonly preset: Preset }) {
  const { id, title } = preset
  const [parameters, setParameters] = useState<number | null>(null)
  const model = models.find(({ network }) => network === id)
  // Of the network that opens: a trained one may have options of its own.
  const take = (published: Graph) =>
    setParameters((model ? build(resolve(id, model.options).architecture) : published).totals.trainable)
  return (
    <li>
      <a className="more-card small" href={model ? trainedAddress(model) : `#/n/${id}`} data-network={id}>
        <Drawing network={id} className="more-picture" onBuilt={take} />
        <strong>
          {title}
          {isTrained(id) && <span className="trained-badge"> trained</span>}
        </strong>
        <span className="more-facts">
          {/* Keeps the line. */}
          {parameters === null ? '\u00a0' : `${short(parameters)} parameters`}
        </span>
      </a>
    </li>
  )
}

function Instructors() {
  const [first] = lectureOrder
  return (
    <section className="more" aria-labelledby="more-instructors">
      <h2 id="more-instructors">For instructors</h2>
      <ul className="more-facts-list">
        <li>
          <strong>Slides.</strong> The same lessons, one slide at a time, with speaker notes, for keyboards
          and clickers:{' '}
          <a
            className="link"
            href={writeRoute({
              ...lessonPlace,
              lesson: first.lesson.id,
              step: first.step.id,
              deck: true,
              order: 'lecture',
            })}
          >
            in the lecture’s order
          </a>{' '}
          or{' '}
          <a className="link" href={writeRoute({ ...lessonPlace, deck: true })}>
            in the course’s
          </a>
          . A theme for lecture-hall projectors uses no type smaller than 18 pixels.
        </li>
        <li>
          <strong>Your own lessons.</strong> A lesson is a text file in which a network, a figure or a
          question takes one line. A mistake stops the build, which names the file and the line.{' '}
          <a className="link" href={guidePage}>
            The guide for instructors
          </a>{' '}
          takes you from your first lesson to the talk, the handout and the server.
        </li>
        <li>
          <strong>Your figures.</strong> Every figure in a lesson has its own address, which includes your
          settings, and every picture of a network can be saved as SVG, PNG or PDF.
        </li>
        <li>
          <strong>Offline.</strong> The site is a folder that any web server can host. It needs no account,
          sends nothing anywhere, and runs networks in the reader’s browser, which can{' '}
          <a className="link" href={writeRoute({ page: 'offline' })}>
            keep it for use without internet
          </a>
          .
        </li>
      </ul>
    </section>
  )
}

function Measured() {
  return (
    <section className="more" aria-labelledby="more-measured">
      <h2 id="more-measured">What we measured</h2>
      <p className="soft">
        Every curve and every error rate here comes from one of our own training runs, listed with its recipe,
        its seed and the command that repeats it:{' '}
        <a className="link" href={writeRoute({ page: 'measured' })}>
          all of them
        </a>
        . These networks come trained:
      </p>
      <div className="more-table" role="region" aria-label="Trained networks" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">network</th>
              <th scope="col">trained on</th>
              <th scope="col">test photographs classified correctly</th>
              <th scope="col">weights</th>
            </tr>
          </thead>
          <tbody>
            {models
              .toSorted((a, b) => a.testError - b.testError)
              .map((model) => (
                <tr key={model.id}>
                  <th scope="row">
                    <a className="link" href={trainedAddress(model)}>
                      {trainedName(model)}
                    </a>
                  </th>
                  <td>
                    {datasets[model.data].name}, {datasets[model.data].size}
                  </td>
                  <td>
                    <span className="more-share" aria-hidden>
                      <span style={{ inlineSize: `${(1 - model.testError) * 100}%` }} />
                    </span>{' '}
                    {percent(1 - model.testError)}
                  </td>
                  <td>{bytes(model.bytes)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
