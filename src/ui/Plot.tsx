import * as Plot from '@observablehq/plot'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { cutWords } from './axis'
import { type ChartName, emphasize, namesIn } from './emphasis'
import { onTheme } from './theme'
import './plot.css'

interface Props {
  /** What a screen reader is told in place of the picture. */
  readonly label: string
  /** The chart for a width in pixels; a new function draws it anew. */
  readonly draw: (width: number) => Plot.PlotOptions
  /** The color that stands out while names beside the chart choose it; null for none. Names within it choose by themselves. */
  readonly emphasis?: string | null
}

/** What charts are made for, in pixels: the text of the projector theme, in a window as high as a small slide. */
const designedFor = { text: 18, window: 820 } as const

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
  grown(options, Math.max(1, textOf(box) / designedFor.text), tall())

/** The same with a word on its upright axis where that does not begin at zero, which a reader would take for granted. */
function honest({ y, ...options }: Plot.PlotOptions): Plot.PlotOptions {
  if (typeof y?.label !== 'string') return { y, ...options }
  const scale = Plot.plot({ y, ...options }).scale('y')
  const words = scale && cutWords(scale, y.tickFormat)
  return { y: { ...y, label: words ? `${y.label} (${words})` : y.label }, ...options }
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

/** A chart of Observable Plot that is as wide as its place, in the colours and the text size of the theme. It is as high as it asks for, or as its place where that is higher. */
export function Chart({ label, draw, emphasis = null }: Props) {
  const picture = useRef<HTMLDivElement>(null)
  const [names, setNames] = useState<readonly ChartName[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const colour = names.some((name) => name.colour === chosen) ? chosen : emphasis
  const lit = useRef(colour)
  const place = useRef<HTMLDivElement>(null)
  /** What its place had beyond what it asked for, when it was drawn last: most often it has so much again. */
  const spare = useRef(0)
  // Drawn after the first paint: what stands below it stands already where it will.
  useLayoutEffect(() => {
    const box = place.current!
    const width = Math.floor(box.clientWidth)
    if (box.style.minBlockSize !== '' || width < 40) return
    const { height } = grownIn(box, draw(width))
    if (height !== undefined) box.style.minBlockSize = `${height}px`
  }, [draw])
  useEffect(() => {
    const box = place.current!
    let frame = 0
    const render = () => {
      const width = Math.floor(box.clientWidth)
      if (width < 40) return
      const size = textOf(box)
      const options = grownIn(box, honest(draw(width)))
      const plot = () => {
        const chart = Plot.plot({
          // Room for the names of the axes in the text size of the theme, beyond the ticks.
          marginTop: 2.2 * size,
          marginBottom: 3.2 * size,
          ...options,
          height: options.height === undefined ? undefined : options.height + spare.current,
          width,
          style: { background: 'transparent', color: 'inherit', fontSize: `${size}px`, overflow: 'visible' },
        })
        // The label of the place tells what the marks, each named by Plot, would repeat.
        chart.setAttribute('aria-hidden', 'true')
        // The one before stays until now, so that there is always one to be seen and printed.
        picture.current!.replaceChildren(chart)
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
      setNames((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found))
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
  return (
    <div ref={place} className="chart">
      <div ref={picture} role="img" aria-label={label} />
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
