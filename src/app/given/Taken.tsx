import { useEffect, useState } from 'react'
import { namesOfClasses } from '../../import/classes'
import { told } from '../../import/weights'
import type { Graph } from '../../nn/graph'
import { messageOf } from '../../runtime/words'
import { bytes, count } from '../../ui/format'
import { FileButton } from '../../ui/FileButton'
import { Notice } from '../../ui/Notice'
import { isExplorer, useRoute } from '../route/route'
import { useStore } from '../state/store'
import { type Before, choicesFor } from './choices'
import { useGiven } from './given'
import { InputSize } from './InputSize'
import { type Kept, keptFiles } from './kept'
import { type Opened, show, showBeside, usualNames } from './open'
import { Preparation } from './Preparation'
import { take } from './take'
import { Breakable } from '../../ui/Breakable'

/** What was found in a file, what the reader may choose, and what becomes of it. */
export function Taken({ opened }: { readonly opened: Opened }) {
  const { network, graph, matched, wanted, notes } = opened
  const { shape } = graph.node(graph.outputs[0])
  // What ends in maps, as a file of which a part is unknown may, has no classes.
  const outputs = shape.length === 1 ? shape[0] : null
  const before = useGiven.getState().all.find(({ files }) => areAlike(files, opened.files))
  const kept = useKept(opened)
  const [now, setNow] = useState<Before>({})
  const choose = (next: Before) => setNow((chosen) => ({ ...chosen, ...next }))
  const usual = useUsualNames(graph, now.classes ?? before?.classes ?? opened.classes)
  const choices = (kept: Kept | undefined) =>
    choicesFor(opened, now, before ? { ...before, input: before.of.architecture.input } : kept, usual)
  const { preprocessing, classes, input } = choices(kept)
  const [keeps, setKeeps] = useState<boolean | null>(null)
  const isKept = keeps ?? kept !== undefined
  const [problem, setProblem] = useState<string | null>(null)
  const [isTaking, setTaking] = useState(false)
  const check = useCheck(opened)
  const shown = useStore((state) => state.network)
  const isSeen = isExplorer(useRoute())
  const isBeside = isSeen && shown !== before?.id
  const readNames = async (list: File, outputs: number) => {
    try {
      choose({ classes: namesOfClasses(await list.text(), outputs) })
      setProblem(null)
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  const open = async (go: (id: string) => void) => {
    if (isTaking) return
    setTaking(true)
    const problem = await take(opened, choices, keeps, (id) => {
      go(id)
      // The dialog goes on with the next network.
      if (opened.others) useGiven.setState({ files: opened.others })
    })
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
            onChange={(preprocessing) => choose({ preprocessing })}
          />
        </dd>
        <dt>Size</dt>
        <dd>
          <InputSize opened={opened} value={input} onChange={(input) => choose({ input })} />
        </dd>
        {outputs !== null && (
          <>
            <dt>Classes</dt>
            <dd>
              {classes
                ? `${count(classes.length)}, from ${classes[0]} to ${classes.at(-1)}`
                : `${count(outputs)}, without names`}{' '}
              <FileButton
                className="small"
                accept=".txt,.json"
                onFiles={([list]) => void readNames(list, outputs)}
              >
                Names from a file
              </FileButton>{' '}
              <span className="soft small-text">
                A text file with one name per line, {count(outputs)} in the order of the outputs; or JSON, as
                a list or as an object with numbers as keys.
              </span>
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
      {opened.others && <p>{nextOf(opened.others)}</p>}
      <label className="given-keep">
        <input type="checkbox" checked={isKept} onChange={({ target }) => setKeeps(target.checked)} /> Keep it
        on this device ({bytes(network.file.size)}), so that it is still there after a reload
      </label>
      <div className="given-ways">
        <button
          type="button"
          className="button primary"
          aria-disabled={isTaking}
          onClick={() => void open(show)}
        >
          {isSeen && !isBeside ? 'Apply the changes' : 'Open as a network'}
        </button>
        {isBeside && (
          <button
            type="button"
            className="button"
            aria-disabled={isTaking}
            onClick={() => void open(showBeside)}
          >
            Compare with the network on screen
          </button>
        )}
      </div>
    </section>
  )
}

/** What becomes of networks that were brought along. */
function nextOf([{ name }, ...more]: readonly File[]): string {
  const after = more.length > 0 ? `, then ${more.map((file) => file.name).join(', then ')}` : ''
  return `${name} is a separate network. It opens next${after}; you can compare it with this one.`
}

/** Whether these are the files that were opened before, as far as one can tell without reading them. */
const areAlike = (some: readonly File[], others: readonly File[]) =>
  some.length === others.length &&
  some.every(
    ({ name, size, lastModified }, i) =>
      name === others[i].name && size === others[i].size && lastModified === others[i].lastModified,
  )

/** What is kept of these files on this device. */
function useKept({ named }: Opened): Kept | undefined {
  const [kept, setKept] = useState<Kept>()
  useEffect(() => {
    let isOver = false
    const look = async () => {
      const found = await keptFiles((await named()).id)
      if (!isOver) setKept(found)
    }
    // What cannot be read says so where its values are.
    look().catch(() => {})
    return () => {
      isOver = true
    }
  }, [named])
  return kept
}

/** Asked for where nothing else names the classes. */
function useUsualNames(graph: Graph, known: readonly string[] | undefined): readonly string[] | undefined {
  const [names, setNames] = useState<readonly string[]>()
  const isNamed = known !== undefined
  useEffect(() => {
    if (isNamed) return
    let isOver = false
    void usualNames(graph).then((found) => !isOver && setNames(found))
    return () => {
      isOver = true
    }
  }, [graph, isNamed])
  return names
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
                <code>
                  <Breakable text={name} />
                </code>
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
