import { Download } from 'lucide-react'
import { type RefObject, useState } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import type { Graph } from '../../nn/graph'
import { Dialog } from '../../ui/Dialog'
import { download } from '../../ui/download'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { Segmented } from '../../ui/Segmented'
import { EmbedButton } from '../embed/EmbedButton'
import { writeHash } from '../route/url'
import { useStore } from '../state/store'
import { isChanged } from '../trained/base'
import { fileOf, type Format, type Proportion } from './files'

/** A picture on the page that can be saved. */
export interface Pictured {
  readonly graph: Graph
  readonly diagram: RefObject<DiagramHandle | null>
  /** Where several stand beside each other. */
  readonly name?: string
}

interface Props {
  readonly pictures: readonly Pictured[]
  readonly onClose: () => void
}

// What writes networks is fetched when somebody wants one.
const form = loadable(() => import('./ExportForm').then((m) => m.ExportForm))

/** What is on the page as a file: the picture, or those that are compared, or the network for other frameworks. */
export function SaveDialog({ pictures, onClose }: Props) {
  const isOne = pictures.length === 1
  const [what, setWhat] = useState<'picture' | 'network'>('picture')
  const isNetwork = isOne && what === 'network'
  return (
    <Dialog open onClose={onClose} {...headOf(isOne, isNetwork)}>
      <div className="save-form">
        {isOne && (
          <Segmented
            legend="What is saved"
            value={what}
            onChange={setWhat}
            choices={[
              { value: 'picture', label: 'The picture' },
              { value: 'network', label: 'The network' },
            ]}
          />
        )}
        {isNetwork ? (
          <Part name="The export" of={form} with={{ graph: pictures[0].graph }} onClose={onClose} />
        ) : (
          <PictureForm pictures={pictures} />
        )}
      </div>
    </Dialog>
  )
}

function headOf(isOne: boolean, isNetwork: boolean) {
  if (isNetwork)
    return {
      title: 'Export the network',
      about: 'As a program, a model or weights, with your changes.',
    }
  return isOne
    ? { title: 'Save the picture', about: 'As it is now: what is open, colored and marked.' }
    : {
        title: 'Save both pictures',
        about: 'Side by side with their names, as they are now: what is open and marked.',
      }
}

/** What of the picture, in which format. */
function PictureForm({ pictures }: Pick<Props, 'pictures'>) {
  const isOne = pictures.length === 1
  const [proportion, setProportion] = useState<Proportion>('seen')
  const [format, setFormat] = useState<Format>('svg')
  const [forPrint, setForPrint] = useState(false)
  const [said, setSaid] = useState<{ readonly text: string; readonly failed: boolean } | null>(null)
  const [busy, setBusy] = useState(false)

  const titleOfAll = pictures.map(({ name, graph }) => name ?? graph.architecture.title).join(' beside ')

  /** A file of the pictures, which are on the screen; null where none is. */
  async function made(settings: Parameters<typeof fileOf>[1]) {
    const shots = pictures.flatMap(({ diagram, name }) => {
      const shot = diagram.current?.snapshot()
      // On a phone one of two is on the screen.
      const isMissing = !shot || (settings.proportion === 'seen' && shot.visible.width === 0)
      return isMissing ? [] : [{ shot, name }]
    })
    if (shots.length === 0) return null
    const caption = { title: captionOf(titleOfAll), source: `Layerwise, ${location.href}` }
    const name = `${nameOf(pictures.map(({ graph }) => graph.architecture.id).join('-beside-'))}.${settings.format}`
    return { ...(await fileOf(shots, settings, caption)), name }
  }

  async function asSlide() {
    const file = await made({ format: 'png', proportion: isOne ? 'slide' : 'all', forPrint })
    if (!file) throw new Error('There is no picture on the screen.')
    return file
  }

  async function save(): Promise<void> {
    setBusy(true)
    setSaid(null)
    try {
      const file = await made({ format, proportion, forPrint })
      if (!file) return
      const { blob, name, note } = file
      download(blob, name)
      setSaid({ text: `Saved as ${name}.${note ? ` ${note}` : ''}`, failed: false })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      setSaid({ text: `The picture could not be saved: ${why}`, failed: true })
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="save-form">
      <Segmented
        legend="Which part"
        value={proportion === 'seen' ? 'seen' : 'all'}
        onChange={setProportion}
        choices={[
          { value: 'seen', label: 'The part on the screen' },
          { value: 'all', label: isOne ? 'All of the network' : 'All of both' },
        ]}
      />
      {isOne && proportion !== 'seen' && (
        <Segmented
          legend="Proportions"
          value={proportion}
          onChange={setProportion}
          choices={[
            { value: 'all', label: 'As here', name: 'In lines as on the screen' },
            { value: 'line', label: 'One line', name: 'On one line, as wide as it gets' },
            { value: 'slide', label: '16:9', name: '16:9, for a slide' },
            { value: 'paper', label: 'A4', name: 'A4, portrait' },
          ]}
        />
      )}
      <Segmented
        legend="Format"
        value={format}
        onChange={setFormat}
        choices={[
          { value: 'svg', label: 'SVG', name: 'SVG, for drawing programs and pages' },
          { value: 'png', label: 'PNG', name: 'PNG, for slides' },
          { value: 'pdf', label: 'PDF', name: 'PDF, for paper' },
        ]}
      />
      <label className="save-print">
        <input type="checkbox" checked={forPrint} onChange={(event) => setForPrint(event.target.checked)} />{' '}
        in the colors of the light theme, on white
      </label>
      <button type="button" className="button primary" disabled={busy} data-first onClick={() => void save()}>
        <Download aria-hidden size={18} /> {busy ? 'Saving …' : 'Save'}
      </button>
      <EmbedButton title={captionOf(titleOfAll)} link={addressOf} picture={asSlide} />
      <p role="status" className={said?.failed ? 'problem' : 'soft'}>
        {said?.text}
      </p>
    </div>
  )
}

/** The address that shows the picture as it is now. */
const addressOf = () => location.href.split('#')[0] + writeHash(useStore.getState())

/** What the picture shows, in words. */
function captionOf(title: string): string {
  const intent = useStore.getState()
  const { selected } = intent
  return [title, ...(isChanged(intent) ? ['changed'] : []), ...(selected === null ? [] : [selected])].join(
    ', ',
  )
}

/** `googlenet-inception_3a`. */
function nameOf(network: string): string {
  const { selected } = useStore.getState()
  return [network, ...(selected === null ? [] : [selected])].join('-').replaceAll(/[^\w.-]+/g, '-')
}
