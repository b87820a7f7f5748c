import './code.css'
import {
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { linesOf } from '../../export/formats'
import type { Line } from '../../export/program/program'
import type { Graph, NodeId } from '../../nn/graph'
import { Segmented } from '../../ui/Segmented'
import { HiddenContext } from '../state/hiddenNumbers'
import { inStep } from './codeSteps'

interface Props {
  readonly graph: Graph
  /** The bar above, with what it is to hold. */
  readonly bar: (formats: ReactNode) => ReactNode
  /** A layer or a group. */
  readonly selected: string | null
  readonly onSelect: (id: NodeId) => void
  readonly onHover: (id: NodeId | null) => void
}

/** Widths and counts stand in every line. */
const waiting = {
  lines: [],
  problem: 'The program contains the numbers that the question asks for. It appears once you have answered.',
}

const names = { pytorch: 'PyTorch', keras: 'Keras' } as const

/** The network as a program: the lines of what is selected are marked, and a line selects its layer. */
export function CodeContent({ graph, bar, selected, onSelect, onHover }: Props) {
  const [format, setFormat] = useState<keyof typeof names>('pytorch')
  const isAsked = useContext(HiddenContext).size > 0
  const { lines, problem } = useMemo(
    () => (isAsked ? waiting : read(graph, format)),
    [graph, format, isAsked],
  )
  const marked = useMemo(() => nodesOf(graph, selected), [graph, selected])
  const first = lines.findIndex(({ node }) => node !== undefined && marked.has(node))
  const list = useRef<HTMLDivElement>(null)
  const id = useId()

  useEffect(() => {
    if (first < 0 || list.current?.matches(':hover')) return
    const line = list.current?.children[first] as HTMLElement | undefined
    line?.scrollIntoView({ block: 'nearest' })
  }, [first, format])

  const move = (event: KeyboardEvent) => {
    const next = inStep(lines, selected, event.key)
    if (next === undefined) return
    event.preventDefault()
    onSelect(next)
  }

  return (
    <>
      {bar(
        <Segmented
          small
          legend="Framework"
          value={format}
          onChange={setFormat}
          choices={(['pytorch', 'keras'] as const).map((value) => ({ value, label: names[value] }))}
        />,
      )}
      {problem ? (
        <p className="problem code-problem">{problem}</p>
      ) : (
        <div
          ref={list}
          className="code-lines"
          role="listbox"
          aria-multiselectable
          aria-label={`The network as a program for ${names[format]}; arrow keys go from layer to layer`}
          aria-activedescendant={first < 0 ? undefined : `${id}${first}`}
          tabIndex={0}
          onKeyDown={move}
          onPointerLeave={() => onHover(null)}
        >
          {lines.map(({ text, node }, i) =>
            node === undefined ? (
              <div key={i} role="presentation" className="code-line">
                {text || ' '}
              </div>
            ) : (
              <div
                key={i}
                id={`${id}${i}`}
                role="option"
                aria-selected={marked.has(node)}
                className={`code-line of-layer${marked.has(node) ? ' is-marked' : ''}`}
                onClick={() => onSelect(node)}
                onPointerEnter={() => onHover(node)}
              >
                {text}
              </div>
            ),
          )}
        </div>
      )}
    </>
  )
}

function read(graph: Graph, format: keyof typeof names): { lines: readonly Line[]; problem?: string } {
  try {
    return { lines: linesOf(graph, format) }
  } catch (error) {
    return { lines: [], problem: error instanceof Error ? error.message : String(error) }
  }
}

/** The layers of what is selected. */
function nodesOf(graph: Graph, selected: string | null): ReadonlySet<NodeId> {
  const kind = selected === null ? undefined : graph.has(selected)
  if (kind === 'node') return new Set([selected!])
  return new Set(kind === 'group' ? graph.group(selected!).nodes : [])
}
