import { select } from 'd3'
import { type Look, type Mark, markSigns } from './look'
import type { Palette } from './palette'
import type { Legend, Sign } from './scene'

/** What is drawn, in the words of the field. */
const says: Readonly<Record<Sign, string>> = {
  arc: 'shortcut inside',
  wrap: 'goes on in the next line',
  path: 'each stripe is a path',
}

/** Says how many channels are how thick, in the corner, at the present zoom. */
export function createLegend(container: HTMLElement) {
  const root = select(container).append('div').attr('class', 'diagram-legend')
  let zoomed = 1
  const size = () =>
    root
      .selectAll<HTMLElement, Legend['samples'][number]>('.sample i')
      .style('block-size', (sample) => `${sample.px * zoomed}px`)
  return {
    show(legend: Legend) {
      root
        .selectAll<HTMLElement, Sign>('.sign')
        .data(legend.signs, (sign) => sign)
        .join((enter) => {
          const sign = enter.append('span').attr('class', (kind) => `sign ${kind}`)
          sign.append('i').attr('aria-hidden', 'true')
          sign.append('span').text((kind) => says[kind])
          return sign
        })
      root
        .selectAll<HTMLElement, Legend['samples'][number]>('.sample')
        .data(legend.samples)
        .join((enter) => {
          const sample = enter.append('span').attr('class', 'sample')
          sample.append('i')
          sample.append('b')
          return sample
        })
        .each(function (sample) {
          select(this).select('i').datum(sample)
          select(this).select('b').text(`${sample.channels} channels`)
        })
      const note =
        (legend.scale === 'sqrt' ? 'thickness grows with √channels' : 'thickness grows with channels') +
        (legend.cut === null ? '' : `; longer vectors are cut at ${legend.cut}`)
      // Twice as thick is twice as many, as on a map: a sample says it alone where the picture is narrow.
      const isPlain = legend.scale === 'linear' && legend.cut === null && legend.samples.length > 0
      root
        .selectAll('.note')
        .data([note])
        .join('span')
        .attr('class', 'note')
        .classed('plain', isPlain)
        .text(String)
      size()
    },
    /** What the colours of the picture stand for, where it is not the paths. */
    colour(colouring: Look['colouring'], palette: Palette) {
      const amount = colouring?.by === 'amount' ? colouring : undefined
      const families = colouring?.by === 'family' ? colouring.families : []
      root
        .selectAll('.amount')
        .data(amount ? [amount] : [])
        .join((enter) => {
          const scale = enter.insert('span', ':first-child').attr('class', 'amount')
          scale.append('b').attr('class', 'name')
          scale.append('span').attr('class', 'least')
          scale.append('i')
          scale.append('span').attr('class', 'most')
          return scale
        })
        .each(function ({ name, least, most }) {
          const scale = select(this)
          scale.select('.name').text(name)
          scale.select('.least').text(least)
          scale.select('.most').text(most)
          const stops = [0, 0.25, 0.5, 0.75, 1].map(palette.amount).join(',')
          scale.select('i').style('background', `linear-gradient(to right, ${stops})`)
        })
      root
        .selectAll<HTMLElement, (typeof families)[number]>('.family')
        .data(families, (family) => family)
        .join('span')
        .attr('class', 'family')
        .text(String)
        .style('--family', (family) => palette.families[family].full)
    },
    /** The signs that are in the picture. */
    mark(marks: readonly Mark[]) {
      root
        .selectAll<HTMLElement, Mark>('.mark')
        .data(marks, (mark) => mark)
        .join((enter) => {
          const mark = enter.insert('span', ':first-child').attr('class', 'mark')
          mark.append('i').text((kind) => markSigns[kind].sign)
          mark.append('span').text((kind) => markSigns[kind].says)
          return mark
        })
    },
    zoom(k: number) {
      zoomed = k
      size()
    },
    destroy: () => void root.remove(),
  }
}
