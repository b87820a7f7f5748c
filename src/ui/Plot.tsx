import * as Plot from '@observablehq/plot'
import { useEffect, useRef } from 'react'
import './plot.css'

interface Props {
  /** What a screen reader is told in place of the picture. */
  readonly label: string
  /** The chart for a width in pixels; a new function draws it anew. */
  readonly draw: (width: number) => Plot.PlotOptions
}

/** A chart of Observable Plot that is as wide as its place, in the colours and the text size of the theme. */
export function Chart({ label, draw }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = place.current!
    let drawn: Element | undefined
    const render = () => {
      const width = Math.floor(box.clientWidth)
      if (width < 40) return
      const size = Number.parseFloat(getComputedStyle(box).fontSize)
      const options = draw(width)
      const chart = Plot.plot({
        // Room for the names of the axes in the text size of the theme, beyond the ticks.
        marginTop: 2.2 * size,
        marginBottom: 3.2 * size,
        ...options,
        width,
        style: { background: 'transparent', color: 'inherit', fontSize: `${size}px`, overflow: 'visible' },
      })
      // The label of the place tells what the marks, each named by Plot, would repeat.
      chart.setAttribute('aria-hidden', 'true')
      drawn?.remove()
      drawn = chart
      box.append(chart)
    }
    const watch = new ResizeObserver(render)
    watch.observe(box)
    const themes = new MutationObserver(render)
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      watch.disconnect()
      themes.disconnect()
      drawn?.remove()
    }
  }, [draw])
  return <div ref={place} className="chart" role="img" aria-label={label} />
}
