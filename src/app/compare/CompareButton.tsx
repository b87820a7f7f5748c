import { Columns2 } from 'lucide-react'
import { useState } from 'react'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { graphOf } from '../state/network'
import { useStore } from '../state/store'

const dialog = loadable(() => import('./CompareDialog').then((m) => m.CompareDialog))

/** Opens the choice of a second network; while two are compared it names the second. */
export function CompareButton({ title }: { readonly title: string }) {
  const beside = useStore((state) => state.beside)
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const text = beside === null ? 'Compare with …' : `beside ${graphOf(beside).architecture.title}`
  return (
    <>
      <button
        type="button"
        className="button compare-button"
        aria-haspopup="dialog"
        aria-label={beside === null ? 'Compare with another network' : `Compared: ${text}`}
        onClick={() => setOpen(true)}
      >
        <Columns2 aria-hidden size={16} />
        <span className={beside === null ? 'chooser-text' : 'compare-name'}>{text}</span>
      </button>
      {isOpen && (
        <Part name="This dialog" of={dialog} with={{ open: true, onClose: close, title }} onClose={close} />
      )}
    </>
  )
}
