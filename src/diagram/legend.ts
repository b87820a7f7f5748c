import { select } from 'd3'
import type { Legend } from './scene'

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
      root.selectAll('.note').data([note]).join('span').attr('class', 'note').text(String)
      size()
    },
    zoom(k: number) {
      zoomed = k
      size()
    },
    destroy: () => void root.remove(),
  }
}
