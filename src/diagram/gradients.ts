import { select } from 'd3'
import { pathColours } from './flowIndex'
import type { Direction } from './scene'

const name = (path: number) => `layerwise-fan-${path + 1}`

/** The fill of a ribbon that leaves the main line for a path. */
export function fanFill(path: number): string {
  return `url(#${name(path)})`
}

/** Where one tensor goes several ways it has no colour yet; each way turns into the colour of its path. */
export function createGradients(svg: SVGSVGElement) {
  const gradients = select(svg)
    .append('defs')
    .selectAll('linearGradient')
    .data(Array.from({ length: pathColours }, (_, path) => path))
    .join('linearGradient')
    .attr('id', name)
    .attr('class', (path) => `path-${path + 1}`)
    .attr('x1', 0)
    .attr('y1', 0)
  gradients.append('stop').attr('class', 'plain').attr('offset', '15%')
  gradients.append('stop').attr('class', 'coloured').attr('offset', '95%')
  return {
    turn(direction: Direction) {
      gradients.attr('x2', direction === 'right' ? 1 : 0).attr('y2', direction === 'right' ? 0 : 1)
    },
  }
}
