import { select } from 'd3'
import { later } from '../ui/later'
import { signNames } from './signNames'
import { type Look, type Mark, markSigns } from './look'
import type { Palette } from './palette'
import type { Legend, Sign } from './scene'
import type * as Signs from './signs'

const fetchSigns = later(() => import('./signs'))

/**
 * Says what is drawn, and how many channels are how thick at the present zoom. Each entry says more and lights what it
 * names (`signs.ts`).
 */
export function createLegend(container: HTMLElement, answers: Signs.Answers) {
  const root = select(container)
    .append('div')
    .attr('class', 'diagram-legend')
    .attr('role', 'group')
    .attr('aria-label', 'Legend')
  // Nobody asks what a sign means before the picture is there.
  const withSigns = (then: (signs: typeof Signs) => void) => void fetchSigns().then(then, () => {})
  root.on('pointerover focusin click pointerout focusout', (event: Event) =>
    withSigns(({ answer }) => answer(event, answers)),
  )
  const explain = (element: Element, entry: (signs: typeof Signs) => Signs.Entry) =>
    withSigns((signs) => signs.explain(element, entry(signs)))
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
          const sign = enter.append<HTMLElement>('button').attr('class', (kind) => `sign ${kind}`)
          sign.append('i').attr('aria-hidden', 'true')
          sign.append('span').text((kind) => signNames[kind])
          return sign.each(function (kind) {
            explain(this, ({ signEntry }) => signEntry(kind))
          })
        })
      root
        .selectAll<HTMLElement, Legend['samples'][number]>('.sample')
        .data(legend.samples)
        .join((enter) => {
          const sample = enter.append<HTMLElement>('button').attr('class', 'sample')
          sample.append('i')
          sample.append('b')
          return sample
        })
        .each(function (sample) {
          select(this).select('i').datum(sample)
          select(this).select('b').text(`${sample.channels} channels`)
          explain(this, ({ sampleEntry }) => sampleEntry(legend.scale, sample.channels))
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
        .attr('data-short', note.replace(' grows with', ':'))
        .classed('plain', isPlain)
        .text(String)
      size()
    },
    /** What the colours of the picture stand for, where it is not the paths. */
    colour(colouring: Look['colouring'], palette: Palette) {
      // What the colors stand for is said once.
      root.selectAll<HTMLElement, Sign>('.sign.path').property('hidden', colouring !== undefined)
      const amount = colouring?.by === 'amount' ? colouring : undefined
      const families = colouring?.by === 'family' ? colouring.families : []
      root
        .selectAll<HTMLElement, NonNullable<typeof amount>>('.amount')
        .data(amount ? [amount] : [])
        .join((enter) => {
          const scale = enter.insert<HTMLElement>('button', ':first-child').attr('class', 'amount')
          scale.append('b').attr('class', 'name')
          scale.append('span').attr('class', 'least')
          scale.append('i')
          scale.append('span').attr('class', 'most')
          return scale
        })
        .each(function (amount) {
          const { name, least, most } = amount
          const scale = select(this)
          scale.select('.name').text(name)
          scale.select('.least').text(least)
          scale.select('.most').text(most)
          const stops = [0, 0.25, 0.5, 0.75, 1].map(palette.amount).join(',')
          explain(this, ({ amountEntry }) => amountEntry(amount))
          scale.select('i').style('background', `linear-gradient(to right, ${stops})`)
        })
      root
        .selectAll<HTMLElement, (typeof families)[number]>('.family')
        .data(families, (family) => family)
        .join((enter) => enter.append<HTMLElement>('button').attr('class', 'family'))
        .text(String)
        .style('--family', (family) => palette.families[family].full)
        .each(function (family) {
          explain(this, ({ familyEntry }) => familyEntry(family))
        })
    },
    /** The signs that are in the picture. */
    mark(marks: readonly Mark[]) {
      root
        .selectAll<HTMLElement, Mark>('.mark')
        .data(marks, (mark) => mark)
        .join((enter) => {
          const mark = enter.insert<HTMLElement>('button', ':first-child').attr('class', 'mark')
          mark.append('i').text((kind) => markSigns[kind].sign)
          mark.append('span').text((kind) => markSigns[kind].says)
          return mark.each(function (kind) {
            explain(this, ({ markEntry }) => markEntry(kind))
          })
        })
    },
    zoom(k: number) {
      zoomed = k
      size()
    },
    destroy: () => void root.remove(),
  }
}
