import * as Plot from '@observablehq/plot'
import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { adopt } from './adopted'
import { cutWords, spaced } from './axis'
import { type ChartName, emphasize, namesIn } from './emphasis'
import { pressedBy } from './pressedBy'
import { onTheme } from './theme'
import { type Tip, tipWhenShown } from './tipWhenShown'
import { type Drawing, isOn, meantAt, type Placed, placesOf, type Told } from './told'
import './plot.css'

interface Props {
  /** What a screen reader is told in place of the picture. */
  readonly label: string
  /** The chart for a width and a size of its text in pixels; a new function draws it anew. */
  readonly draw: (width: number, text: number) => Drawing
  /** The color that stands out while names beside the chart choose it; null for none. Names within it choose by themselves. */
  readonly emphasis?: string | null
  /** Takes a value that is clicked, or that Enter is pressed at, by its place on the axis that lies. */
  readonly onChoose?: (x: Told['x']) => void
}

/** What charts are made for, in pixels: the text of the projector theme, in a window as high as a small slide. */
const designedFor = { text: 18, window: 820 } as const

/** What Plot gives a row of a legend, in pixels; half a line is below it. */
const swatches = 33

/** How much more height there is; a phone has none to spare. */
function tall(): number {
  return matchMedia('(min-width: 64rem)').matches ? Math.max(1, innerHeight / designedFor.window) : 1
}

/** What a chart gives in pixels, grown with the text, and its height with the window. */
function grown(options: Plot.PlotOptions, factor: number, height: number): Plot.PlotOptions {
  const by = <T extends object>(given: T, names: readonly (keyof T)[], times = factor): T => {
    const changed = { ...given }
    for (const name of names)
      if (typeof given[name] === 'number') changed[name] = (given[name] * times) as T[keyof T]
    return changed
  }
  return {
    ...by(
      by(options, ['marginTop', 'marginBottom', 'marginLeft', 'marginRight']),
      ['height'],
      Math.max(factor, height),
    ),
    ...(options.x && { x: by(options.x, ['labelOffset']) }),
    ...(options.y && { y: by(options.y, ['labelOffset']) }),
  }
}

/** The size of the text in a place, in pixels. */
const textOf = (box: Element) => Number.parseFloat(getComputedStyle(box).fontSize)

const grownIn = (box: Element, options: Plot.PlotOptions) =>
  grown(spaced(options, textOf(box)), Math.max(1, textOf(box) / designedFor.text), tall())

/** The label of the upright axis of a chart with a word where that does not begin at zero, which a reader would take for granted; undefined elsewhere. */
function honest({ y }: Plot.PlotOptions, chart: Plot.Plot): string | undefined {
  const scale = typeof y?.label === 'string' ? chart.scale('y') : undefined
  const words = scale && cutWords(scale, y!.tickFormat)
  return words && `${y!.label} (${words})`
}

/** How far lines go on beyond the end of their axis, written at its upper end. */
export function beyond(words: string | undefined): readonly Plot.Markish[] {
  return words === undefined
    ? []
    : [
        Plot.text([words], {
          frameAnchor: 'top-right',
          lineAnchor: 'top',
          dx: -4,
          dy: 8,
          fill: 'var(--ink)',
          stroke: 'var(--bg)',
          strokeWidth: 5,
        }),
      ]
}

const unlessAlike = <T,>(before: T, now: T): T =>
  JSON.stringify(before) === JSON.stringify(now) ? before : now

/** How many pixels of the window one of a place is: a thumbnail shows it smaller than it is laid out. */
const scaleOf = (box: HTMLElement) =>
  box.offsetWidth > 0 ? box.getBoundingClientRect().width / box.offsetWidth : 1

/** The values of a chart that is drawn in a box. */
function valuesIn(
  box: HTMLElement,
  chart: ReturnType<typeof Plot.plot>,
  told: readonly Told[],
): readonly Placed[] {
  // With a legend, the drawing is a part of what Plot gives.
  const drawing = chart.localName === 'svg' ? chart : chart.querySelector(':scope > svg')!
  const [inner, outer] = [drawing.getBoundingClientRect(), box.getBoundingClientRect()]
  const k = scaleOf(box)
  const [x, y] = [(inner.left - outer.left) / k, (inner.top - outer.top) / k]
  return placesOf(told, (name) => chart.scale(name)).map((place) => ({
    ...place,
    left: x + place.left,
    top: y + place.top,
  }))
}

/** What a chart is about, without the values that its label goes on with. */
const subjectOf = (label: string) => label.split(/[:;.](?=\s)/)[0]

/** How far around a value its sign reaches, in pixels. */
const around = 7

/**
 * A chart of Observable Plot that is as wide as its place, in the colours and the text size of the theme. It is as high as
 * it asks for, or as its place where that is higher. The values that it is given to tell are said where they are pointed at
 * or tapped, and one after the other by the arrow keys.
 */
export function Chart({ label, draw, emphasis = null, onChoose }: Props) {
  const picture = useRef<HTMLDivElement>(null)
  const [names, setNames] = useState<readonly ChartName[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const colour = names.some((name) => name.colour === chosen) ? chosen : emphasis
  const lit = useRef(colour)
  const place = useRef<HTMLDivElement>(null)
  const [told, setTold] = useState<readonly Placed[]>([])
  /** The value that keys go on from, and whether it is said. */
  const [reading, setReading] = useState({ at: 0, isSaid: false })
  const [pointer] = useState(pressedBy)
  const at = Math.min(reading.at, told.length - 1)
  const shown = reading.isSaid ? told[at] : undefined
  const tip = useRef<Tip>(null)
  const reader = useRef<HTMLInputElement>(null)
  /** What its place had beyond what it asked for, when it was drawn last: most often it has so much again. */
  const spare = useRef(0)
  // Drawn after the first paint: what stands below it stands already where it will.
  useLayoutEffect(() => {
    const box = place.current!
    const width = Math.floor(box.clientWidth)
    if (box.style.minBlockSize !== '' || width < 40) return
    const { height, symbol, color } = grownIn(box, draw(width, textOf(box)))
    const legend = symbol?.legend === true || color?.legend === true ? swatches + 0.5 * textOf(box) : 0
    if (height !== undefined) box.style.minBlockSize = `${height + legend}px`
  }, [draw])
  useEffect(() => {
    const box = place.current!
    let frame = 0
    const render = () => {
      const width = Math.floor(box.clientWidth)
      if (width < 40) return
      const size = textOf(box)
      const drawing = draw(width, size)
      let options = grownIn(box, drawing)
      const drawn = () =>
        Plot.plot({
          // Room for the names of the axes in the text size of the theme, beyond the ticks.
          marginTop: 2.2 * size,
          marginBottom: 3.2 * size,
          ...options,
          height: options.height === undefined ? undefined : options.height + spare.current,
          width,
          style: { background: 'transparent', color: 'inherit', fontSize: `${size}px`, overflow: 'visible' },
        })
      // Most often it says of itself what is so, and is shown; to draw it once more takes as long again.
      let first: ReturnType<typeof drawn> | undefined = drawn()
      const label = honest(options, first)
      if (label !== undefined) {
        options = { ...options, y: { ...options.y, label } }
        first = undefined
      }
      let values: readonly Placed[] | undefined
      const plot = () => {
        const chart = first ?? drawn()
        first = undefined
        // What the library would say in the chart itself.
        for (const style of chart.querySelectorAll('style')) {
          adopt(style.textContent)
          style.remove()
        }
        // The label of the place tells what the marks, each named by Plot, would repeat.
        chart.setAttribute('aria-hidden', 'true')
        // The one before stays until now, so that there is always one to be seen and printed.
        picture.current!.replaceChildren(chart)
        values = drawing.told && valuesIn(box, chart, drawing.told)
        // As it is laid out, also where a thumbnail or a page of paper shows it smaller.
        return chart.clientHeight
      }
      const asked = plot() - spare.current
      box.style.minBlockSize = `${asked}px`
      const more = options.height === undefined ? 0 : Math.max(0, box.clientHeight - asked)
      if (Math.abs(more - spare.current) >= 1) {
        spare.current = more
        plot()
      }
      emphasize(box, lit.current)
      const found = namesIn(box)
      setNames((before) => unlessAlike(before, found))
      setTold((before) => unlessAlike(before, values ?? []))
      // Another chart above or below may have taken back what this one took, in the same breath and unobserved.
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        if (asked + spare.current > box.clientHeight + 1) render()
      })
    }
    const watch = new ResizeObserver(render)
    watch.observe(box)
    const stop = onTheme(render)
    return () => {
      watch.disconnect()
      stop()
      cancelAnimationFrame(frame)
    }
  }, [draw])
  useEffect(() => {
    lit.current = colour
    emphasize(place.current!, colour)
  }, [colour])
  useEffect(() => {
    const made = tipWhenShown(place.current!)
    tip.current = made
    return () => made.remove()
  }, [])
  useEffect(() => {
    if (!shown) return tip.current!.hide()
    const { left, top, words } = shown
    const k = scaleOf(place.current!)
    const about = { x: left - around, y: top - around, width: 2 * around, height: 2 * around }
    const show = () => tip.current!.show({ words, about, at: { x: 0, y: 0, k } })
    show()
    // It is hidden while the page is scrolled.
    addEventListener('scrollend', show, true)
    return () => removeEventListener('scrollend', show, true)
  }, [shown])

  const spotOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => {
    const { left, top } = place.current!.getBoundingClientRect()
    const k = scaleOf(place.current!)
    return [(clientX - left) / k, (clientY - top) / k] as const
  }
  const point = (event: MouseEvent) => {
    const meant = meantAt(told, ...spotOf(event))
    if (meant !== null) setReading({ at: meant, isSaid: true })
  }
  const isRead = () => document.activeElement === reader.current
  const click = (event: MouseEvent) => {
    // A name in it does something else.
    if (told.length === 0 || (event.target as Element).closest('button')) return
    const spot = spotOf(event)
    const meant = told[meantAt(told, ...spot)!]
    if (pointer.clicked() !== 'mouse') {
      point(event)
      // It is said until something else is tapped.
      reader.current!.focus({ preventScroll: true })
    }
    if (isOn(meant, ...spot)) onChoose?.(meant.x)
  }
  const say = (isSaid: boolean) => setReading((before) => ({ ...before, isSaid }))
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && shown) onChoose?.(shown.x)
    if (event.key !== 'Escape') return say(event.key !== 'Tab')
    if (!shown) return
    event.stopPropagation()
    say(false)
  }

  return (
    <div
      ref={place}
      className="chart"
      onPointerMove={(event) => event.pointerType === 'mouse' && event.buttons === 0 && point(event)}
      onPointerDown={pointer.press}
      onPointerLeave={() => !isRead() && say(false)}
      onClick={click}
    >
      <div ref={picture} role="img" aria-label={label} />
      {told.length > 0 && (
        <input
          ref={reader}
          className="chart-reader"
          data-not-saved
          type="range"
          aria-label={`Values of the chart: ${subjectOf(label)}${onChoose ? '; Enter chooses one' : ''}`}
          min={1}
          max={told.length}
          value={1 + at}
          aria-valuetext={told[at].words.replaceAll('\n', ', ')}
          onChange={(event) => setReading({ at: Number(event.target.value) - 1, isSaid: true })}
          onFocus={() => say(true)}
          onBlur={() => say(false)}
          onKeyDown={press}
        />
      )}
      {shown && (
        <span
          className={onChoose ? 'chart-point choosable' : 'chart-point'}
          style={{ left: shown.left, top: shown.top }}
        />
      )}
      {names.map(({ name, colour: own, ...at }, i) => (
        <button
          key={i}
          type="button"
          className="chart-name"
          aria-label={name}
          aria-pressed={colour === own}
          title={colour === own ? 'All alike' : `Bring out: ${name}`}
          style={at}
          onClick={() => setChosen(colour === own ? null : own)}
        />
      ))}
    </div>
  )
}
