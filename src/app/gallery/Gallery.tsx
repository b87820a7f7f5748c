import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { families } from '../../architectures/index'
import { hasCanvas, noCanvas } from '../../ui/canvas'
import { Segmented } from '../../ui/Segmented'
import { networkOf } from '../state/network'
import { Notices } from '../page/Notices'
import { usePlaceOfVisit } from '../page/placeOfVisit'
import { useHead } from '../page/useHead'
import { useStore } from '../state/store'
import { Brand } from '../page/Brand'
import { ThemeChoice } from '../page/ThemeChoice'
import { type GalleryState, go, writeRoute } from '../route/route'
import { showNetwork } from '../route/sync'
import { writeHash } from '../route/url'
import { Card } from './Card'
import './gallery.css'

const choices: readonly { readonly value: GalleryState; readonly label: string }[] = [
  { value: 'both', label: 'Both' },
  { value: 'closed', label: 'Closed' },
  { value: 'open', label: 'Open' },
]

/** All networks as pictures, by family. */
export function Gallery({ states }: { readonly states: GalleryState }) {
  const { network, options } = useStore.getState()
  const title = useRef<HTMLHeadingElement>(null)
  usePlaceOfVisit()
  useHead(
    'All networks · Layerwise',
    'Convolutional networks from LeNet to DenseNet as pictures, drawn from what they compute.',
  )
  const { resolved } = networkOf(network, options)

  useEffect(() => title.current!.focus({ preventScroll: true }), [])

  return (
    <div className="gallery">
      <header className="page-header">
        <h1>
          <Brand />
        </h1>
        <a
          className="button gallery-back"
          href={writeHash(useStore.getState())}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
            event.preventDefault()
            showNetwork()
          }}
        >
          <ArrowLeft aria-hidden size={16} />
          Back to {resolved.architecture.title}
        </a>
        <span className="header-gap" />
        <ThemeChoice />
      </header>
      <main>
        <div className="gallery-head">
          <div>
            <h2 ref={title} tabIndex={-1}>
              All networks as pictures
            </h2>
            <p className="soft">
              Choose a picture to open the network as shown. Depth is counted as in the paper; MACs are for
              one image.
            </p>
            {!hasCanvas() && (
              <p className="problem">{noCanvas} The links below still lead to the networks.</p>
            )}
          </div>
          <Segmented
            legend="Show networks"
            value={states}
            onChange={(state) => go(writeRoute({ page: 'gallery', state, odd: [] }), { replace: true })}
            choices={choices}
          />
          <nav aria-label="Families">
            {families.map((family) => (
              <button
                key={family.id}
                type="button"
                className="link"
                onClick={() => {
                  const heading = document.getElementById(`gallery-family-${family.id}`)!
                  heading.scrollIntoView()
                  heading.focus({ preventScroll: true })
                }}
              >
                {family.title}
              </button>
            ))}
          </nav>
        </div>
        {families.map(({ id, title, about, presets, paper }) => (
          <section key={id} aria-labelledby={`gallery-family-${id}`}>
            <h2 id={`gallery-family-${id}`} tabIndex={-1}>
              {title}{' '}
              <small>
                {paper.authors} · {paper.year}
              </small>
            </h2>
            <p className="soft">{about}</p>
            <div className={`gallery-cards ${states}`}>
              {presets.map((preset) => (
                <Card key={preset.id} preset={preset} states={states} />
              ))}
            </div>
          </section>
        ))}
      </main>
      <Notices />
    </div>
  )
}
