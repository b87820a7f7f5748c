import { Download } from 'lucide-react'
import { useState } from 'react'
import { download } from '../../ui/download'
import { later } from '../../ui/later'
import { Popover } from '../../ui/Popover'
import { EmbedButton } from '../embed/EmbedButton'
import './figure-tool.css'

interface Props {
  /** What is saved. */
  readonly figure: () => HTMLElement | null
  readonly title: string
  /** The name of the file, without its ending. */
  readonly name: string
  /** The link that shows it again; without it, the address of the page is that. */
  readonly link?: () => string
  /** It can stand in a frame of another page, at the same address. */
  readonly isEmbedded?: boolean
}

const fetchFigure = later(() => import('./figure'))

/** Saves or copies a figure of HTML, with its title and source line, or a link that shows it again as it is set now. */
export function FigureTool({ figure, title, name, link = () => location.href, isEmbedded = false }: Props) {
  const [said, setSaid] = useState('')

  async function act(what: string, work: (element: HTMLElement) => Promise<string>): Promise<void> {
    setSaid('…')
    try {
      setSaid(await work(figure()!))
    } catch (error) {
      setSaid(`${what}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const caption = () => ({ title, source: `Layerwise, ${location.href}` })
  const save = (format: 'png' | 'svg') =>
    act('The figure could not be saved', async (element) => {
      const { pngOf, svgOf } = await fetchFigure()
      const blob = await (format === 'png' ? pngOf : svgOf)(element, caption())
      download(blob, `${name}.${format}`)
      return `Saved as ${name}.${format}.`
    })
  const copy = () =>
    act('The figure could not be copied', async (element) => {
      const { pngOf } = await fetchFigure()
      // As a promise: Safari allows it only in the turn of the click.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(element, caption()) })])
      return 'Copied as a picture.'
    })
  const copyLink = () =>
    act('The link could not be copied', async () => {
      await navigator.clipboard.writeText(link())
      return 'Copied: the link shows the figure as it is set now.'
    })

  return (
    <span className="figure-tool-place" data-not-saved>
      <Popover
        label="Save or copy this figure"
        button={
          <>
            <Download aria-hidden size={14} /> Save …
          </>
        }
      >
        <div className="figure-tool">
          <button type="button" className="button small" onClick={() => void save('png')}>
            Save as PNG, twice the pixels
          </button>
          <button type="button" className="button small" onClick={() => void save('svg')}>
            Save as SVG, for browsers and pages
          </button>
          <button type="button" className="button small" onClick={() => void copy()}>
            Copy as a picture
          </button>
          <button type="button" className="button small" onClick={() => void copyLink()}>
            Copy a link to it
          </button>
          {isEmbedded && (
            <EmbedButton
              title={title}
              link={link}
              picture={async () => {
                const { pngOf } = await fetchFigure()
                return { blob: await pngOf(figure()!, caption()), name: `${name}.png` }
              }}
            />
          )}
          <p role="status" className="small-text soft">
            {said}
          </p>
        </div>
      </Popover>
    </span>
  )
}
