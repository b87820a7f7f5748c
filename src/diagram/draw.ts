import type { Selection } from 'd3'
import type { NodeId } from '../nn/graph'
import { fanFill } from './gradients'
import { textWidth } from './measure'
import type { Box, Label, Ribbon, Tensor } from './scene'

/** Size of the number in a part of a concat. */
const segmentText = 12

/** How a change becomes visible: at once, or over some time. */
export interface Motion {
  readonly duration: number
}

type Group = Selection<SVGGElement, unknown, null, undefined>

/** Attributes set on the result are set at once, or moved to; a transition takes attributes as a selection does. */
function moved<E extends SVGElement, D, P extends Element>(
  selection: Selection<E, D, P, unknown>,
  { duration }: Motion,
): Pick<Selection<E, D, P, unknown>, 'attr'> {
  return duration > 0
    ? (selection.transition().duration(duration) as unknown as Pick<Selection<E, D, P, unknown>, 'attr'>)
    : selection
}

/** Things that were not there appear when the others have made room. */
function appear<E extends SVGElement, D>(
  selection: Selection<E, D, SVGGElement, unknown>,
  { duration }: Motion,
) {
  if (duration > 0)
    selection
      .style('opacity', 0)
      .transition('appear')
      .delay(duration * 0.6)
      .duration(duration)
      .style('opacity', 1)
}

export function drawRibbons(layer: Group, ribbons: readonly Ribbon[], motion: Motion): void {
  layer
    .selectAll<SVGPathElement, Ribbon>('path')
    .data(ribbons, (ribbon) => ribbon.id)
    .join(
      (enter) =>
        enter
          .append('path')
          .attr('d', (ribbon) => ribbon.d)
          .call(appear, motion),
      (update) => {
        moved(update, motion).attr('d', (ribbon) => ribbon.d)
        return update
      },
    )
    .attr(
      'class',
      (ribbon) => `ribbon ${ribbon.kind} ${ribbon.path === null ? '' : `path-${ribbon.path + 1}`}`,
    )
    .attr('data-from', (ribbon) => ribbon.from)
    .style('fill', (ribbon) => (ribbon.kind === 'fan' && ribbon.path !== null ? fanFill(ribbon.path) : null))
}

export function drawLabels(
  layer: Group,
  labels: readonly Label[],
  motion: Motion,
  origin = { x: 0, y: 0 },
): void {
  const text = layer
    .selectAll<SVGTextElement, Label>(':scope > text')
    .data(labels, (label) => label.id)
    .join(
      (enter) =>
        enter
          .append('text')
          .attr('x', (label) => label.x - origin.x)
          .attr('y', (label) => label.y - origin.y)
          .call(appear, motion),
      (update) => {
        moved(update, motion)
          .attr('x', (label) => label.x - origin.x)
          .attr('y', (label) => label.y - origin.y)
        return update
      },
    )
    .attr('class', (label) => `label ${label.kind}`)
    .attr('font-size', (label) => label.size)
    .attr('font-weight', (label) => (label.bold ? 600 : null))
    .attr('text-anchor', (label) => label.anchor)
    .attr('aria-hidden', 'true')
  text
    .selectAll<SVGTSpanElement, Label['runs'][number]>('tspan')
    .data((label) => label.runs)
    .join('tspan')
    .attr('class', (run) => (run.path === null ? null : `path-${run.path + 1}`))
    .text((run) => run.text)
}

export function drawBoxes(
  layer: Group,
  boxes: readonly Box[],
  motion: Motion,
): Selection<SVGGElement, Box, SVGGElement, unknown> {
  const all = layer
    .selectAll<SVGGElement, Box>(':scope > g')
    .data(boxes, (box) => box.id)
    .join(
      (enter) => {
        const box = enter.append('g').attr('transform', (b) => `translate(${b.x},${b.y})`)
        box
          .append('rect')
          .attr('class', 'body')
          .attr('width', (b) => b.width)
          .attr('height', (b) => b.height)
        return box.call(appear, motion)
      },
      (update) => {
        moved(update, motion).attr('transform', (b) => `translate(${b.x},${b.y})`)
        moved(update.select<SVGRectElement>('rect.body'), motion)
          .attr('width', (b) => b.width)
          .attr('height', (b) => b.height)
        return update
      },
    )
    .attr(
      'class',
      (b) =>
        `box ${b.kind} ${b.level ?? ''} ${b.family ? `family-${b.family}` : ''} ${b.small ? 'small' : ''} ${b.issue ? 'issue' : ''}`,
    )
    .attr('data-id', (b) => b.id)
    .attr('role', 'treeitem')
    .attr('aria-level', (b) => b.depth + 1)
    .attr('aria-label', (b) => b.words)
    .attr('aria-expanded', (b) => (b.kind === 'frame' ? 'true' : b.kind === 'group' ? 'false' : null))
  all.select('rect.body').attr('rx', cornerOf)
  all.each(function (box) {
    drawInside(this, box)
  })
  return all
}

function cornerOf(box: Box): number {
  if (box.kind === 'layer') return Math.min(box.height / 2, 14)
  if (box.kind === 'join') return box.segments.length ? 3 : box.width / 2
  return 10
}

/** What stands in a box moves with it, so it is drawn at once. */
function drawInside(element: SVGGElement, box: Box): void {
  // d3 hands over the element; everything in it is small and has no state of its own.
  element.querySelectorAll(':scope > :not(rect.body)').forEach((child) => child.remove())
  const make = (name: string, attributes: Record<string, string | number>, text?: string) => {
    const child = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [key, value] of Object.entries(attributes)) child.setAttribute(key, String(value))
    if (text !== undefined) child.textContent = text
    return child
  }
  for (const part of box.segments) {
    const where = { x: part.x - box.x, y: part.y - box.y, width: part.width, height: part.height }
    element.append(make('rect', { class: `segment path-${(part.path ?? -1) + 1}`, ...where }))
    if (part.height < 15 || part.width < textWidth(String(part.channels), segmentText, true)) continue
    element.append(
      make(
        'text',
        {
          class: 'label segment',
          x: where.x + where.width / 2,
          y: where.y + where.height / 2 + 4,
          'text-anchor': 'middle',
          'font-size': segmentText,
          'aria-hidden': 'true',
        },
        String(part.channels),
      ),
    )
  }
  if (box.kind === 'frame' && box.labels.length) {
    const { room } = box.labels[0]
    const header = {
      x: 0,
      y: 0,
      width: room.x + room.width + 12 - box.x,
      height: room.y + room.height + 6 - box.y,
    }
    element.append(make('rect', { class: 'header', ...header, rx: 10 }))
  }
  for (const label of box.labels) {
    const text = make('text', {
      class: `label ${label.kind}`,
      x: label.x - box.x,
      y: label.y - box.y,
      'font-size': label.size,
      'text-anchor': label.anchor,
      'aria-hidden': 'true',
      ...(label.bold && { 'font-weight': 600 }),
    })
    for (const run of label.runs) text.append(make('tspan', run.mark ? { class: 'mark' } : {}, run.text))
    element.append(text)
  }
  if (box.issue) element.append(make('title', {}, box.issue))
}

/** Faces of tensors, with a picture of the first channel where there is one. */
export function drawTensors(
  layer: Group,
  tensors: readonly Tensor[],
  pictures: ReadonlyMap<NodeId, string>,
  motion: Motion,
): void {
  const all = layer
    .selectAll<SVGGElement, Tensor>('g.tensor')
    .data(tensors, (tensor) => tensor.id)
    .join(
      (enter) => {
        const tensor = enter
          .append('g')
          .attr('class', 'tensor')
          .attr('transform', (t) => `translate(${t.x},${t.y})`)
        tensor.append('path').attr('class', 'side')
        tensor.append('rect').attr('class', 'face')
        return tensor.call(appear, motion)
      },
      (update) => {
        moved(update, motion).attr('transform', (t) => `translate(${t.x},${t.y})`)
        return update
      },
    )
    .attr('data-from', (t) => t.id)
  all
    .select('path.side')
    .attr(
      'd',
      ({ width: w, height: h, depth: d }) => `M0,0l${d},${-d}h${w}v${h}l${-d},${d}V0ZM${w},0l${d},${-d}`,
    )
  all
    .select('rect.face')
    .attr('width', (t) => t.width)
    .attr('height', (t) => t.height)
  all.each(function (tensor) {
    const href = pictures.get(tensor.id)
    let image = this.querySelector('image')
    if (!href) {
      image?.remove()
      return
    }
    if (!image) {
      image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
      image.setAttribute('preserveAspectRatio', 'none')
      this.append(image)
    }
    image.setAttribute('width', String(tensor.width))
    image.setAttribute('height', String(tensor.height))
    if (image.getAttribute('href') !== href) image.setAttribute('href', href)
  })
}
