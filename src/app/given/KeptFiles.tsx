import { Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { bytes } from '../../ui/format'
import { Notice } from '../../ui/Notice'
import { recallOwn } from './own'
import { allKept, type KeptLine, remove, useKeptTurn } from './kept'
import { useGiven } from './given'
import { show } from './open'
import { Breakable } from '../../ui/Breakable'

/** Files that are kept on this device, with their sizes; each opens its network, or is removed. */
export function KeptFiles() {
  const [kept, setKept] = useState<readonly KeptLine[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const turn = useKeptTurn((state) => state.turn)
  useEffect(() => {
    let isOver = false
    void allKept().then((found) => !isOver && setKept(found))
    return () => {
      isOver = true
    }
  }, [turn])
  if (kept.length === 0 && !problem) return null
  const open = async (id: string) => {
    await recallOwn(id, true)
    if (!useGiven.getState().all.some((given) => given.id === id))
      return setProblem('The kept file can no longer be read. You can remove it.')
    useGiven.setState({ files: null })
    show(id)
  }
  return (
    <section className="given-kept">
      <h3>Kept on this device</h3>
      {problem && <Notice kind="error">{problem}</Notice>}
      <ul>
        {kept.map(({ id, title, name, size }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => void open(id)}>
              {title}
            </button>{' '}
            <span className="soft small-text">
              <Breakable text={name} />, {bytes(size)}
            </span>
            <button
              type="button"
              className="button quiet icon small"
              aria-label={`Remove ${name}`}
              onClick={() =>
                void remove(id).then((isGone) =>
                  setProblem(isGone ? null : 'The browser could not remove it.'),
                )
              }
            >
              <Trash2 aria-hidden size={16} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
