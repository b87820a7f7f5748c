/** A name in a chart that stands for what is drawn in its color: an entry of its legend, or words beside a curve. */
export interface ChartName {
  readonly name: string
  readonly colour: string
  /** Where it stands, in pixels from the corner of the chart's place. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The colors that tell series apart (`look.ts`), as they are or mixed with the ink; ink, lines and grounds are none. */
const ofSeries = /^(color-mix\(in oklab, )?var\(--(path-\d+|plain|residual|dense)\)/

/** Entries of Plot's own legends. */
const swatch = '[class*="-swatch"]:not([class*="-swatches"])'

/** The color that an element is drawn in: its own, else that of the marks around it; null for what belongs to no series. */
function colourOf(element: Element): string | null {
  for (let at: Element | null = element; at && at.localName !== 'svg'; at = at.parentElement)
    for (const name of ['fill', 'stroke']) {
      const value = at.getAttribute(name)
      if (value && ofSeries.test(value)) return value
    }
  return null
}

const drawn = 'svg :is(path, rect, circle, line)'

/** The names in a drawn chart, none where there are not two to choose from. */
export function namesIn(place: HTMLElement): readonly ChartName[] {
  const edge = place.getBoundingClientRect()
  // A thumbnail shows it smaller than it is laid out.
  const scale = place.offsetWidth > 0 ? edge.width / place.offsetWidth : 1
  const found: ChartName[] = []
  const add = (element: Element, colour: string | null) => {
    const name = element.textContent.trim()
    if (colour === null || name === '') return
    const { left, top, width, height } = element.getBoundingClientRect()
    found.push({
      name,
      colour,
      left: (left - edge.left) / scale,
      top: (top - edge.top) / scale,
      width: width / scale,
      height: height / scale,
    })
  }
  for (const entry of place.querySelectorAll(swatch)) {
    const sign = entry.querySelector('svg')
    const own = sign && (['fill', 'stroke'] as const).map((name) => sign.getAttribute(name)).find(isOfSeries)
    add(entry, own ?? (sign?.firstElementChild ? colourOf(sign.firstElementChild) : null))
  }
  for (const text of place.querySelectorAll('svg text')) add(text, colourOf(text))
  return new Set(found.map(({ colour }) => colour)).size > 1 ? found : []
}

const isOfSeries = (value: string | null): value is string => value !== null && ofSeries.test(value)

/** Lets everything step back that is drawn in the color of another series; null brings all of it back. */
export function emphasize(place: HTMLElement, colour: string | null): void {
  for (const element of place.querySelectorAll(`${drawn}, svg text, ${swatch}`)) {
    const own = element.matches(swatch)
      ? colourOf(element.querySelector('svg *') ?? element)
      : colourOf(element)
    element.toggleAttribute('data-faded', colour !== null && own !== null && own !== colour)
  }
}
