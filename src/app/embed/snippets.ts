/** Where a figure is put. */
export const places = ['html', 'slidev', 'reveal', 'moodle', 'powerpoint'] as const

export type Place = (typeof places)[number]

export interface Framed {
  /** The whole address, https and all. */
  readonly address: string
  readonly title: string
  /** In pixels of the page around it. */
  readonly width: number
  readonly height: number
  /** Whether the frame is kept apart from the page around it. */
  readonly apart: boolean
}

/** For attributes in double quotes. */
const quoted = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What the page in the frame may do: copy links, and use all cores where the page around it may, too. */
const allowed = 'clipboard-write; fullscreen; cross-origin-isolated'

/** A frame that is as wide as a phone is at least so high, in pixels: of 16:9 it would be a strip. */
const onPhones = 480

function frame({ address, title, apart }: Framed, attributes: string, source = 'src'): string {
  const sandbox = apart ? ' sandbox="allow-scripts allow-popups"' : ''
  return `<iframe ${source}="${quoted(address)}" title="${quoted(title)}" ${attributes} allow="${allowed}"${sandbox}></iframe>`
}

/** What is pasted where the figure is to stand; null where no live page can. */
export function snippetOf(place: Place, framed: Framed): string | null {
  const { address, width, height } = framed
  switch (place) {
    case 'html':
      return frame(
        framed,
        `width="${width}" height="${height}" style="border: 0; max-width: 100%" loading="lazy"`,
      )
    case 'moodle':
      return `<div style="max-width: ${width}px">${frame(framed, `style="width: 100%; aspect-ratio: ${width} / ${height}; min-height: ${Math.min(height, onPhones)}px; border: 0" loading="lazy"`)}</div>`
    case 'reveal':
      return `<section>\n  ${frame(framed, `width="${width}" height="${height}" style="border: 0"`, 'data-src')}\n</section>`
    case 'slidev':
      return `---\nlayout: iframe\nurl: '${address.replaceAll("'", "''")}'\n---`
    case 'powerpoint':
      return null
  }
}

/** Whether an address is one of this machine alone. */
export function isLocal(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'file:' || /^(localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0)$/.test(hostname)
}
