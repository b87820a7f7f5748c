import type { Family } from '../../nn/op'
import { useStore } from '../state/store'

/** The color of an operation's family, where the picture shows it; elsewhere colors are paths. */
export function FamilyDot({ family }: { readonly family: Family }) {
  const isShown = useStore((state) => state.colour === 'family')
  if (!isShown) return null
  return <span className="family-dot" style={{ background: `var(--family-${family})` }} aria-hidden />
}
