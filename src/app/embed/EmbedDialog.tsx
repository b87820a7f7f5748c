import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from '../../ui/Dialog'
import { download } from '../../ui/download'
import { Notice } from '../../ui/Notice'
import { Segmented } from '../../ui/Segmented'
import type { Theme } from '../../ui/theme'
import { readRoute, writeRoute } from '../route/route'
import { embedAddress } from './address'
import './embed-dialog.css'
import { isLocal, type Place, snippetOf } from './snippets'

export interface EmbedProps {
  readonly title: string
  /** The address of the page that shows it as it is now. */
  readonly link: () => string
  /** The same as a picture. */
  readonly picture: () => Promise<{ readonly blob: Blob; readonly name: string }>
  readonly onClose: () => void
}

const shapes = { '16:9': 9 / 16, '4:3': 3 / 4, '1:1': 1 } as const

const how: Readonly<Record<Place, string>> = {
  html: 'Paste it into the page where the figure should appear.',
  slidev:
    'This is a slide of its own: paste it between two others. After a click in the figure, the keys act on the figure; to go on, use the arrows in Slidev’s bar at the lower left.',
  reveal:
    'This is a slide of its own. While the figure has the focus, the keys act on it; click next to the figure to return them to the presentation.',
  moodle:
    'Open the HTML view (</>) of a text field and paste it. If your Moodle removes frames, add a URL to the course instead, using the address in the snippet.',
  powerpoint:
    'PowerPoint cannot show live pages. Save the picture, insert it, and link it to the address, so that a click opens the live figure.',
}

/** How long a width may be, in pixels. */
const widest = 4000

/** Gives the snippet that shows a figure or a slide in another page, or a picture for what shows no pages. */
export function EmbedDialog({ title, link, picture, onClose }: EmbedProps) {
  const [page] = useState(link)
  const [base, hash = ''] = page.split(/(?=#)/)
  const route = readRoute(hash)
  const [isSlide, setSlide] = useState(route.page === 'lesson' && route.deck)
  const [place, setPlace] = useState<Place>('html')
  const [theme, setTheme] = useState<Theme | 'own'>('own')
  const [width, setWidth] = useState(960)
  const [shape, setShape] = useState<keyof typeof shapes>('16:9')
  const [apart, setApart] = useState(false)
  const [said, setSaid] = useState('')

  const what = route.page === 'lesson' ? writeRoute({ ...route, deck: isSlide, notes: false }) : hash
  const address = base + embedAddress(what, theme === 'own' ? null : theme)
  const height = Math.round(width * shapes[shape])
  const snippet = snippetOf(place, { address, title, width, height, apart })

  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied.'),
      () => setSaid('The browser did not let the page copy the text; select it and copy it by hand.'),
    )
  const save = async () => {
    setSaid('…')
    try {
      const { blob, name } = await picture()
      download(blob, name)
      setSaid(`Saved as ${name}.`)
    } catch (error) {
      setSaid(`The picture could not be made: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Embed"
      about={`“${title}”, live and in its current state, for a page or slides of your own.`}
    >
      <div className="embed-form">
        <Segmented
          legend="Where"
          value={place}
          onChange={(next) => {
            setPlace(next)
            setSaid('')
          }}
          choices={[
            { value: 'html', label: 'HTML' },
            { value: 'slidev', label: 'Slidev' },
            { value: 'reveal', label: 'reveal.js' },
            { value: 'moodle', label: 'Moodle' },
            { value: 'powerpoint', label: 'PowerPoint' },
          ]}
        />
        <p>{how[place]}</p>
        {route.page === 'lesson' && (
          <Segmented
            legend="What"
            value={isSlide ? 'slide' : 'figure'}
            onChange={(next) => setSlide(next === 'slide')}
            choices={[
              { value: 'figure', label: 'The figure' },
              { value: 'slide', label: 'The slide, with its text' },
            ]}
          />
        )}
        <Segmented
          legend="Colors"
          value={theme}
          onChange={setTheme}
          choices={[
            { value: 'own', label: 'The reader’s own' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
            { value: 'projector', label: 'Projector' },
          ]}
        />
        {snippet !== null && place !== 'slidev' && (
          <div className="embed-size">
            <label>
              Width{' '}
              <input
                className="input"
                type="number"
                min={200}
                max={widest}
                step={10}
                value={width}
                onChange={({ target }) => {
                  const typed = target.valueAsNumber
                  if (typed > 0 && typed <= widest) setWidth(typed)
                }}
              />{' '}
              px
            </label>
            <Segmented
              legend="Proportions"
              value={shape}
              onChange={setShape}
              choices={(['16:9', '4:3', '1:1'] as const).map((value) => ({ value, label: value }))}
            />
            <label>
              <input type="checkbox" checked={apart} onChange={({ target }) => setApart(target.checked)} />{' '}
              isolated from the page (<code>sandbox</code>)
            </label>
          </div>
        )}
        {isLocal(page) && (
          <Notice>
            This address leads to your own machine. For others to see the figure, the site has to be on a
            server: open it there and copy the snippet from there.
          </Notice>
        )}
        <textarea
          className="input embed-snippet"
          aria-label={snippet === null ? 'The address' : 'The snippet'}
          readOnly
          rows={snippet === null ? 2 : 5}
          value={snippet ?? page}
          onFocus={({ target }) => target.select()}
        />
        <p className="embed-actions">
          {snippet === null && (
            <button type="button" className="button primary" onClick={() => void save()}>
              <Download aria-hidden size={16} /> Save the picture
            </button>
          )}
          <button
            type="button"
            className={snippet === null ? 'button' : 'button primary'}
            data-first
            onClick={() => void copy(snippet ?? page)}
          >
            <Copy aria-hidden size={16} /> {snippet === null ? 'Copy the address' : 'Copy the snippet'}
          </button>
          {snippet !== null && (
            <a className="link" href={address} target="_blank" rel="noopener">
              See it alone
            </a>
          )}
          <span role="status">{said}</span>
        </p>
      </div>
    </Dialog>
  )
}
