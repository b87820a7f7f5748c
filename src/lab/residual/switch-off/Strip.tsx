import { act, actOnStage, type Tool, toolWords } from './act'
import type { Block, Surgery } from './surgery'

interface Props {
  readonly blocks: readonly Block[]
  readonly surgery: Surgery
  readonly tool: Tool
  /** The place whose maps are shown, from 0. */
  readonly at: number
  readonly onAct: (next: Surgery, at: number) => void
}

/** The blocks as they run, a row for each stage: a press does with a block what the tool says. */
export function Strip({ blocks, surgery, tool, at, onAct }: Props) {
  const { order, off, cut } = surgery
  const isOn = (stage: string) => blocks.some((block) => block.stage === stage && !off.has(block.number))
  const stages = [...new Set(blocks.map(({ stage }) => stage))]
  return (
    <div className="surgery-strip">
      {stages.map((stage) => (
        <div key={stage} role="group" aria-label={stage}>
          <span className="surgery-stage">
            {stage}
            <button
              type="button"
              className="button small"
              role="switch"
              aria-checked={isOn(stage)}
              aria-label={`All blocks of ${stage}`}
              title={`Switch all blocks of ${stage} ${isOn(stage) ? 'off' : 'on'}`}
              onClick={() => onAct(actOnStage(stage, surgery, blocks), at)}
            >
              {isOn(stage) ? 'on' : 'off'}
            </button>
          </span>
          {order.map((number, place) => {
            const block = blocks[number - 1]
            if (block.stage !== stage) return null
            const next = act(tool, place, surgery, blocks)
            const state = off.has(number) ? 'off' : cut.has(number) ? 'without shortcut' : 'on'
            return (
              <button
                key={place}
                type="button"
                className="surgery-block"
                data-state={state === 'without shortcut' ? 'cut' : state}
                aria-current={place === at || undefined}
                aria-disabled={!next || undefined}
                aria-label={`Block ${number}: ${state}. ${toolWords[tool]}`}
                title={next ? `Block ${number}: ${state}` : 'The tensor would not fit there.'}
                onClick={() => onAct(next ?? surgery, place)}
              >
                <BlockSign isOff={off.has(number)} isCut={cut.has(number)} changes={!block.keepsShape} />
                <b>{number}</b>
              </button>
            )
          })}
        </div>
      ))}
    </div>
  )
}

/** Convolutions below, the shortcut above; a cross where one is gone. */
function BlockSign({
  isOff,
  isCut,
  changes,
}: {
  readonly isOff: boolean
  readonly isCut: boolean
  readonly changes: boolean
}) {
  return (
    <svg viewBox="0 0 60 52" aria-hidden>
      <path
        className="surgery-around"
        data-gone={isCut || undefined}
        d="M0 38 C 12 38 8 8 22 8 H 38 C 52 8 48 38 60 38"
      />
      {changes && <circle className="surgery-changes" cx="30" cy="8" r="5" />}
      {isCut && <path className="surgery-cross" d="M22 0 l 16 16 m 0 -16 l -16 16" />}
      <path className="surgery-through" data-gone={isOff || undefined} d="M0 38 H 60" />
      {isOff ? (
        <path className="surgery-cross" d="M20 28 l 20 20 m 0 -20 l -20 20" />
      ) : (
        <rect x="15" y="27" width="30" height="22" rx="5" />
      )}
    </svg>
  )
}
