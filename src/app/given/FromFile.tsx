import { useEffect, useState } from 'react'
import { findEntry, type Resolved } from '../../architectures/index'
import { bytes } from '../../ui/format'
import { citation } from '../inspector/citation'
import { useStore } from '../state/store'
import '../trained/badge.css'
import { useGiven } from './given'
import { keep, keptFiles, remove, useKeptTurn } from './kept'

/** Of a network that was read from a file: which one, what it was recognized as, and whether it is kept. */
export function FromFile({ resolved }: { readonly resolved: Resolved }) {
  const { id, family, file } = resolved
  const compareWith = useStore((state) => state.compareWith)
  const given = useGiven(({ all }) => all.find((each) => each.id === id))
  if (!file) return null
  const like = file.preset === undefined ? undefined : findEntry(file.preset)
  return (
    <>
      <p className="small-text">
        {file.isAdded && <span className="trained-badge">added to this copy of the site</span>} {file.name},{' '}
        {bytes(file.size)}, read on this device. {file.said.join(' ')}
      </p>
      {like && (
        <p className="soft small-text">
          {citation(family.paper)}{' '}
          <button type="button" className="link" onClick={() => compareWith(like.id)}>
            Compare with {(like.preset ?? like.family).title}
          </button>
        </p>
      )}
      {given && (
        <p className="small-text">
          {!file.isAdded && <Keeping id={id} title={family.title} size={file.size} />}{' '}
          <button type="button" className="link" onClick={() => useGiven.setState({ files: given.files })}>
            {given.of.node(given.of.outputs[0]).shape.length === 1
              ? 'Change its input or its class names'
              : 'Change its input'}
          </button>
        </p>
      )}
    </>
  )
}

interface KeepingProps {
  readonly id: string
  readonly title: string
  readonly size: number
}

/** Keeps the file in the browser, or removes it there. */
function Keeping({ id, title, size }: KeepingProps) {
  const [isKept, setKept] = useState<boolean | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const turn = useKeptTurn((state) => state.turn)
  useEffect(() => {
    let isOver = false
    void keptFiles(id).then((kept) => !isOver && setKept(kept !== undefined))
    return () => {
      isOver = true
    }
  }, [id, turn])
  const given = useGiven(({ all }) => all.find((each) => each.id === id))
  if (isKept === null || !given) return null
  const change = async () => {
    const { preprocessing, classes, files, of } = given
    const isDone = isKept
      ? await remove(id)
      : await keep(
          { id, title, size, preprocessing, input: of.architecture.input, ...(classes && { classes }) },
          of,
          files,
        )
    const refusal = isKept
      ? 'The browser could not remove it.'
      : 'The browser cannot keep it: there is too little storage, or the window is private.'
    setProblem(isDone ? null : refusal)
  }
  return (
    <span role="status">
      {isKept
        ? `The file is kept in this browser (${bytes(size)}). `
        : 'The file is gone after a reload unless you keep it. '}
      <button type="button" className="link" onClick={() => void change()}>
        {isKept ? 'Remove it' : `Keep it (${bytes(size)})`}
      </button>
      {problem && ` ${problem}`}
    </span>
  )
}
