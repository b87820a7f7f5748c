import { Printer } from 'lucide-react'
import 'katex/dist/katex.min.css'
import { type CSSProperties, memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { AnswersContext } from '../../exercises/answers'
import type { Slide } from '../../lessons/course'
import { orderOf } from '../../lessons/orders'
import { Notice } from '../../ui/Notice'
import { useHead } from '../page/useHead'
import { OrderSelect } from '../orders/OrderSelect'
import { go, type HandoutRoute, perPage, writeRoute } from '../route/route'
import { Figure } from './Figure'
import { fitting } from './fitting'
import { Prose } from './Prose'
import { Reading } from './Reading'
import '../course/lesson.css'
import './handout.css'

/** The slides of an order on paper: what the browser prints, or saves as a PDF. */
export function Handout({ route }: { readonly route: HandoutRoute }) {
  const { per, answers } = route
  const order = orderOf(route.order)
  useHead(`${order.title}: handout · Layerwise`, 'The slides of the course on paper.')
  const sheets = per === 'text' ? 0 : Math.ceil(order.slides.length / per)
  const [asked, setAsked] = useState<readonly Slide[]>([])
  const pages = sheets + (answers ? Math.ceil(asked.length / answersPerPage) : 0)
  const paper = useRef<HTMLDivElement>(null)
  useLayoutEffect(onPaper, [])
  const [isReady, setReady] = useState(false)
  // Which slides ask something is seen once they are there, and all is there when nothing has changed for a while.
  useEffect(() => {
    const root = paper.current!
    let timer: ReturnType<typeof setTimeout>
    let frame = 0
    // What waits to be fitted is fitted in a frame, which a busy machine may owe for longer than that.
    const settle = () => {
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => setReady(root.querySelector(waits) === null))
      })
    }
    const stop = () => {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
    }
    const look = () => {
      const found = order.slides.filter(({ key }) =>
        root.querySelector(`[data-slide="${CSS.escape(key)}"] .question`),
      )
      setAsked((before) => (before.length === found.length ? before : found))
      setReady(false)
      stop()
      timer = setTimeout(settle, rest)
    }
    const observer = new MutationObserver(look)
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ['style', 'aria-busy'] })
    look()
    return () => {
      stop()
      observer.disconnect()
    }
  }, [order])
  return (
    <div className="handout" data-per={per} data-ready={isReady}>
      <Choices route={route} pages={pages} isReady={isReady} />
      {order.problems.length > 0 && (
        <div className="handout-problems">
          <Notice kind="error">{order.problems.join(' ')}</Notice>
        </div>
      )}
      <div ref={paper} className="handout-paper">
        <AnswersContext value="none">
          <Paper route={route} asked={asked} pages={pages} />
        </AnswersContext>
      </div>
    </div>
  )
}

interface PaperProps {
  readonly route: HandoutRoute
  /** Slides that ask something. */
  readonly asked: readonly Slide[]
  readonly pages: number
}

/** All that is printed; whether it is ready draws none of it anew. */
const Paper = memo(function Paper({ route, asked, pages }: PaperProps) {
  const { per, notes, answers } = route
  const order = orderOf(route.order)
  const groups = per === 'text' ? [] : chunked(order.slides, per)
  return (
    <>
      {per === 'text' && <Reading slides={order.slides} notes={notes} answers={answers} />}
      {groups.map((slides, i) => (
        <Sheet key={i} number={i + 1} of={pages} title={order.title}>
          {slides.map((slide) => (
            <SlidePrint
              key={slide.key}
              slide={slide}
              number={order.slides.indexOf(slide) + 1}
              per={per as Exclude<typeof per, 'text'>}
              notes={notes}
            />
          ))}
        </Sheet>
      ))}
      {answers &&
        per !== 'text' &&
        chunked(asked, answersPerPage).map((slides, i) => (
          <Sheet key={i} number={groups.length + i + 1} of={pages} title={`${order.title}: answers`}>
            <AnswersContext value="right">
              {slides.map((slide) => (
                <section key={slide.key} className="handout-answers">
                  <h3>
                    {order.slides.indexOf(slide) + 1}. {slide.step.title}
                  </h3>
                  <Fitted>
                    <Prose slide={slide} notes={false} />
                  </Fitted>
                </section>
              ))}
            </AnswersContext>
          </Sheet>
        ))}
    </>
  )
})

const answersPerPage = 4

/** What is still on its way: words, a figure, or the numbers of one that computes. */
const waits = '[data-waits], [aria-busy="true"]'

/** What has not changed for so long is there, in milliseconds. */
const rest = 1500

/** Paper is white, whatever the theme that the reader chose; it comes back when the page is left. */
function onPaper(): () => void {
  const { dataset } = document.documentElement
  const { theme } = dataset
  dataset.theme = 'light'
  return () => {
    if (theme === undefined) delete dataset.theme
    else dataset.theme = theme
  }
}

interface ChoicesProps {
  readonly route: HandoutRoute
  readonly pages: number
  readonly isReady: boolean
}

function Choices({ route, pages, isReady }: ChoicesProps) {
  const to = (change: Partial<HandoutRoute>) => writeRoute({ ...route, ...change })
  return (
    <header className="handout-bar">
      <a className="link" href={`#/course`}>
        Course
      </a>
      <OrderSelect order={route.order} onChange={(order) => go(to({ order }))} />
      <nav aria-label="Slides per page">
        {perPage.map((per) => (
          <a key={per} className="button small" aria-current={per === route.per} href={to({ per })}>
            {per === 'text' ? 'As text' : `${per} per page`}
          </a>
        ))}
      </nav>
      <a className="button small" aria-current={route.notes} href={to({ notes: !route.notes })}>
        Notes: {route.notes ? 'printed' : 'left out'}
      </a>
      <a className="button small" aria-current={route.answers} href={to({ answers: !route.answers })}>
        Answers: {route.answers ? 'at the end' : 'left out'}
      </a>
      <button type="button" className="button primary small" disabled={!isReady} onClick={() => print()}>
        <Printer aria-hidden size={16} /> Print, or save as PDF
      </button>
      <span role="status">
        {route.per !== 'text' && (pages === 1 ? '1 page' : `${pages} pages`)}
        {isReady ? '' : route.per === 'text' ? 'Still being drawn' : ', still being drawn'}
      </span>
    </header>
  )
}

interface SheetProps {
  readonly number: number
  readonly of: number
  readonly title: string
  readonly children: React.ReactNode
}

function Sheet({ number, of, title, children }: SheetProps) {
  return (
    <section className="handout-sheet" aria-label={`Page ${number}`}>
      <div className="handout-slots">{children}</div>
      <footer>
        <span>Layerwise · {title}</span>
        <span>
          {number} / {of}
        </span>
      </footer>
    </section>
  )
}

interface SlideProps {
  readonly slide: Slide
  readonly number: number
  readonly per: Exclude<HandoutRoute['per'], 'text'>
  readonly notes: boolean
}

function SlidePrint({ slide, number, per, notes }: SlideProps) {
  const { step } = slide
  const hasFigure = step.network !== undefined || step.show !== undefined
  return (
    <article className={hasFigure ? 'handout-slide' : 'handout-slide no-figure'} data-slide={slide.key}>
      <h2>
        <small>{number}</small> {step.title}
      </h2>
      {hasFigure && (
        <Fitted className="handout-figure">
          <Figure step={step} slide={slide.key} per={per} />
        </Fitted>
      )}
      <Fitted className="handout-text">
        <Prose slide={slide} notes={notes} brief={per === 6} />
      </Fitted>
    </article>
  )
}

/** Makes what is too large for its place smaller, as a whole. */
function Fitted({
  className = '',
  children,
}: {
  readonly className?: string
  readonly children: React.ReactNode
}) {
  const place = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(1)
  useLayoutEffect(() => fitting(place.current!, setZoom), [])
  return (
    <div ref={place} className={`handout-fitted ${className}`}>
      <div style={{ zoom } as CSSProperties}>{children}</div>
    </div>
  )
}

function chunked<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
}
