import { useEffect, useState } from 'react'
import { namesOfClasses } from '../../import/classes'
import { told } from '../../import/weights'
import type { Preprocessing } from '../../import/preprocessing'
import { messageOf } from '../../runtime/words'
import { bytes, count } from '../../ui/format'
import { FileButton } from '../../ui/FileButton'
import { Notice } from '../../ui/Notice'
import { isExplorer, useRoute } from '../route/route'
import { useStore } from '../state/store'
import { useGiven } from './given'
import { keep } from './kept'
import { type Choices, type Opened, register, show, showBeside, usualNames } from './open'
import { Preparation } from './Preparation'

/** What was found in a file, what the reader may choose, and what becomes of it. */
export function Taken({ opened }: { readonly opened: Opened }) {
  const { network, graph, matched, wanted, notes } = opened
  const { shape } = graph.node(graph.outputs[0])
  // What ends in maps, as a file of which a part is unknown may, has no classes.
  const outputs = shape.length === 1 ? shape[0] : null
  const before = useGiven.getState().all.find(({ files }) => areAlike(files, opened.files))
  const [preprocessing, setPreprocessing] = useState<Preprocessing>(
    before?.preprocessing ?? opened.preprocessing,
  )
  const [classes, setClasses] = useState<readonly string[] | undefined>(before?.classes ?? opened.classes)
  const [isKept, setKept] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [isTaking, setTaking] = useState(false)
  const check = useCheck(opened)
  const shown = useStore((state) => state.network)
  const isBeside = isExplorer(useRoute()) && shown !== before?.id
  const isNamed = classes !== undefined
  useEffect(() => {
    if (isNamed) return
    let isOver = false
    void usualNames(graph).then((names) => !isOver && names && setClasses(names))
    return () => {
      isOver = true
    }
  }, [graph, isNamed])
  const readNames = async (list: File, outputs: number) => {
    try {
      setClasses(namesOfClasses(await list.text(), outputs))
      setProblem(null)
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  const take = async (go: (id: string) => void) => {
    if (isTaking) return
    setTaking(true)
    const problem = await taken(opened, { preprocessing, ...(classes && { classes }) }, isKept, go)
    // Where there is none, the dialog is closed.
    if (problem === undefined) return
    setProblem(problem)
    setTaking(false)
  }
  return (
    <section className="given">
      <h3>{network.family.title}</h3>
      {network.file.said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <dl className="given-facts">
        <dt>File</dt>
        <dd>
          {opened.files.map(({ name }) => name).join(' with ')}, {bytes(network.file.size)}
        </dd>
        <dt>Parameters</dt>
        <dd>
          {graph.totals.incomplete && 'at least '}
          {count(graph.totals.trainable)}
        </dd>
        <dt>Weights</dt>
        <dd>
          {count(matched)} of {count(wanted)} found
          {matched < wanted && '; the others stay random'}
          {(check.isReading || isTaking) && '; reading their values …'}
        </dd>
        <dt>Input</dt>
        <dd>
          <Preparation
            channels={graph.architecture.input[2]}
            value={preprocessing}
            onChange={setPreprocessing}
          />
        </dd>
        {outputs !== null && (
          <>
            <dt>Classes</dt>
            <dd>
              {classes
                ? `${count(classes.length)}, from ${classes[0]} to ${classes.at(-1)}`
                : `${count(outputs)}, without names`}{' '}
              <FileButton
                className="quiet"
                accept=".txt,.json"
                onFiles={([list]) => void readNames(list, outputs)}
              >
                Names from a file
              </FileButton>
            </dd>
          </>
        )}
      </dl>
      <div aria-live="polite">{check.fault && <Notice kind="error">{check.fault}</Notice>}</div>
      {problem && <Notice kind="error">{problem}</Notice>}
      {notes.map((note) => (
        <p key={note} className="small-text">
          {note}
        </p>
      ))}
      <Rest rest={opened.rest} />
      <label className="given-keep">
        <input type="checkbox" checked={isKept} onChange={({ target }) => setKept(target.checked)} /> Keep it
        on this device ({bytes(network.file.size)}), so that it is there after a reload
      </label>
      <div className="given-ways">
        <button
          type="button"
          className="button primary"
          aria-disabled={isTaking}
          onClick={() => void take(show)}
        >
          Open as a network
        </button>
        {isBeside && (
          <button
            type="button"
            className="button"
            aria-disabled={isTaking}
            onClick={() => void take(showBeside)}
          >
            Compare with the network on screen
          </button>
        )}
      </div>
    </section>
  )
}

/** Whether these are the files that were opened before, as far as one can tell without reading them. */
const areAlike = (some: readonly File[], others: readonly File[]) =>
  some.length === others.length &&
  some.every(
    ({ name, size, lastModified }, i) =>
      name === others[i].name && size === others[i].size && lastModified === others[i].lastModified,
  )

/** Opens a network as the reader wants it; the sentence that says why it cannot be done, where it cannot. */
async function taken(
  opened: Opened,
  choices: Choices,
  isKept: boolean,
  go: (id: string) => void,
): Promise<string | undefined> {
  try {
    const { id, file, family } = await opened.named()
    // The dialog was closed meanwhile.
    if (!useGiven.getState().files) return undefined
    if (isKept && !(await keep({ ...choices, id, title: family.title, size: file.size }, opened.files)))
      return 'The browser cannot keep the file: there is too little room, or the window is private. You can still open it.'
    go(await register(opened, choices))
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

/** Whether the values of a file can be computed with: they are read once, before anything runs. */
function useCheck({ check, named }: Opened) {
  const [found, setFound] = useState<{ readonly isReading: boolean; readonly fault?: string | undefined }>({
    isReading: true,
  })
  useEffect(() => {
    let isOver = false
    // Who opens the network before that has it run, which reads all values once more. What it is called is known first:
    // for that, opening waits.
    const checked = async () => {
      const { id } = await named()
      const fault = isOver ? undefined : told(await check(() => isOver))
      if (fault !== undefined) useGiven.setState((state) => ({ faults: { ...state.faults, [id]: fault } }))
      return fault
    }
    checked().then(
      (fault) => !isOver && setFound({ isReading: false, fault }),
      (error: unknown) => !isOver && setFound({ isReading: false, fault: messageOf(error) }),
    )
    return () => {
      isOver = true
    }
  }, [check, named])
  return found
}

/** What found no partner, and why. */
function Rest({ rest }: Pick<Opened, 'rest'>) {
  if (rest.length === 0) return null
  return (
    <div className="given-rest" tabIndex={0} role="region" aria-label="What does not fit">
      <table>
        <thead>
          <tr>
            <th scope="col">Tensor</th>
            <th scope="col">is</th>
            <th scope="col">because</th>
          </tr>
        </thead>
        <tbody>
          {rest.map(({ state, name, reason }) => (
            <tr key={name}>
              <td>
                <code>{name}</code>
              </td>
              <td>{state}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
