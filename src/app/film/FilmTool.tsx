import { Play } from 'lucide-react'
import type { Graph } from '../../nn/graph'
import './film.css'
import { withKey } from '../help/keys'
import { leave, play, useFilm } from './film'

/** Sends the image through the network on the picture, step by step. */
export function FilmTool({ graph }: { readonly graph: Graph }) {
  const isShown = useFilm((state) => state.graph === graph && state.step !== null)
  return (
    <button
      type="button"
      className="button small film-tool"
      aria-pressed={isShown}
      title={withKey('Send it through: the forward pass, step by step', 'film')}
      onClick={() => (isShown ? leave() : play(graph))}
    >
      <Play aria-hidden size={16} /> <span className="tool-text first-to-go">Send it through</span>
    </button>
  )
}
