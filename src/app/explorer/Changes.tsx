import { PencilLine, RotateCcw, TriangleAlert } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { resolve } from '../../architectures/index'
import { optionName } from '../../architectures/optionNames'
import { formatOption } from '../../architectures/options'
import type { Graph } from '../../nn/graph'
import { faultWords } from '../../nn/misfit'
import './changes.css'
import { changeInWords, changesOf } from '../state/edits'
import { graphOf } from '../state/network'
import { useStore } from '../state/store'
import { baseOf, changedOptions } from '../trained/base'
import { trainedName } from '../trained/nearest'
import { Breakable } from '../../ui/Breakable'

/** What differs from the network as published or as trained, and what does not fit together: two lists behind two buttons. */
export function Changes({ graph }: { readonly graph: Graph }) {
  return (
    <>
      <ChangeList />
      <IssueList graph={graph} />
    </>
  )
}

function ChangeList() {
  const { network, options, edits } = useStore()
  const { setOption, resetAttributes, resetAll } = useStore.getState()
  const [refusal, setRefusal] = useState<string>()
  const changes = changesOf(edits, graphOf(network, options))
  const base = baseOf(network, options)
  const [own, now] = [base.options, options].map((each) => resolve(network, each).options)
  const changed = changedOptions(options, base.options)
  const count = changes.length + changed.length
  if (count === 0) return null
  const title = base.model ? trainedName(base.model) : resolve(network).architecture.title
  return (
    <Panel
      icon={<PencilLine aria-hidden size={16} />}
      text={count === 1 ? '1 change' : `${count} changes`}
      label={`Changes to ${title}`}
    >
      {(close) => (
        <>
          <ul className="changes">
            {changed.map((name) => (
              <li key={name}>
                <span>
                  Option {optionName(name)}: {formatOption(own[name])} → {formatOption(now[name])}
                </span>
                <Back what={optionName(name)} onClick={() => setRefusal(setOption(name, own[name]))} />
              </li>
            ))}
            {changes.map((change) => (
              <li key={`${change.node} ${change.name}`}>
                <span>
                  <Jump node={change.node} onJump={close} />: {changeInWords(change)}
                </span>
                <Back
                  what={`${change.attribute.label} of ${change.node}`}
                  onClick={() => resetAttributes(change.node, change.name)}
                />
              </li>
            ))}
          </ul>
          {refusal && (
            <p className="fault small-text" role="alert">
              {refusal}.
            </p>
          )}
          <button type="button" className="button small" onClick={resetAll}>
            <RotateCcw aria-hidden size={14} /> Reset to {title}
          </button>
        </>
      )}
    </Panel>
  )
}

function IssueList({ graph }: { readonly graph: Graph }) {
  const { issues } = graph
  if (issues.length === 0) return null
  return (
    <Panel
      icon={<TriangleAlert aria-hidden size={16} />}
      text={faultWords(issues)}
      label={issues.every(({ unknown }) => unknown) ? 'What is unknown here' : 'What does not fit together'}
      isError
    >
      {(close) => (
        <ul className="changes">
          {issues.map((issue) => (
            <li key={issue.node}>
              <span>
                <Jump node={issue.node} onJump={close} />: {issue.message}.
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

interface PanelProps {
  readonly icon: ReactNode
  readonly text: string
  readonly label: string
  readonly isError?: boolean
  readonly children: (close: () => void) => ReactNode
}

function Panel({ icon, text, label, isError, children }: PanelProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className={isError ? 'button small fault' : 'button small'}>
        {icon} {text}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="changes-panel"
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={8}
        >
          {children(() => setOpen(false))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Jump({ node, onJump }: { readonly node: string; readonly onJump: () => void }) {
  const show = useStore((state) => state.show)
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        show(node)
        onJump()
      }}
    >
      <Breakable text={node} />
    </button>
  )
}

function Back({ what, onClick }: { readonly what: string; readonly onClick: () => void }) {
  return (
    <button
      type="button"
      className="button quiet icon small"
      aria-label={`Reset ${what}`}
      title="Reset"
      onClick={onClick}
    >
      <RotateCcw aria-hidden size={14} />
    </button>
  )
}
