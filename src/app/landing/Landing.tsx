import { useCallback, useEffect, useState } from 'react'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { KeysButton } from '../help/KeysButton'
import { look } from '../image/pictures'
import { Notices } from '../page/Notices'
import { ThemeChoice } from '../page/ThemeChoice'
import { useHead } from '../page/useHead'
import { networkOf } from '../state/network'
import { showpiece } from '../trained/showpiece'
import { Front } from './Front'
import './landing.css'
import { PickImage } from './PickImage'
import { Picture } from './Picture'

// It stands below what a page shows at first.
const more = loadable(() => import('./More').then((m) => m.More))

const waiting = <div className="more-waiting" />

/** The rest of the page waits for the picture no longer than this, in milliseconds. */
const longest = 1500

/** What `Picture` and `PickImage` do at a key. */
const keys = ['film', 'image', 'help'] as const

/** The first page: a trained network at work, two doors, and what there is behind them. */
export function Landing() {
  const { model } = showpiece
  const { graph, resolved } = networkOf(model.network, model.options)
  useHead(
    'Layerwise: see how a network sees',
    'GoogLeNet, ResNet, ResNeXt and DenseNet as pictures that you can open, change and run on your own photo, in the browser.',
  )
  useEffect(look, [])
  // What stands below the window waits until the picture has its maps, but not for what may never come.
  const [isShown, setShown] = useState(false)
  const show = useCallback(() => setShown(true), [])
  useEffect(() => {
    const timer = setTimeout(show, longest)
    return () => clearTimeout(timer)
  }, [show])
  return (
    <div className="landing">
      <Front
        tools={
          <>
            <KeysButton commands={keys} />
            <ThemeChoice />
          </>
        }
        picture={<Picture graph={graph} model={model} onShown={show} />}
        pick={<PickImage model={model} input={resolved.architecture.input} />}
      >
        {isShown ? <Part name="The rest of this page" of={more} with={{}} waiting={waiting} /> : waiting}
      </Front>
      <Notices />
    </div>
  )
}
