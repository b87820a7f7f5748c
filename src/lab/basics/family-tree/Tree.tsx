import { useWidth } from '../../shared/useWidth'
import { factsOf } from '../../shared/lecture-networks'
import { family, years } from './family'

interface Props {
  /** Younger networks are pale. */
  readonly until: number
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** A row for each year, a button for each network, and lines from those that it builds on. */
export function Tree({ until, chosen, onChoose }: Props) {
  const { ref, width, text } = useWidth<HTMLDivElement>()
  const tall = text * 3.3
  const left = text * 3
  const rows = years.map((year) => family.filter(({ id }) => factsOf(id).year === year))
  const place = (id: string) => {
    const row = rows.findIndex((members) => members.some((member) => member.id === id))
    const at = rows[row].findIndex((member) => member.id === id)
    return { x: left + ((at + 0.5) / rows[row].length) * (width - left), y: (row + 0.5) * tall }
  }
  const button = Math.min((width - left) / 3 - 6, text * 11)
  return (
    <div ref={ref} className="tree" style={{ blockSize: years.length * tall }}>
      <svg width={width} height={years.length * tall} aria-hidden>
        {years.map((year, row) => (
          <g key={year} className={year > until ? 'later' : undefined}>
            <path d={`M 0 ${row * tall} H ${width}`} className="tree-line" />
            <text x={0} y={(row + 0.5) * tall} dy="0.35em">
              {year}
            </text>
          </g>
        ))}
        {family.flatMap(({ id, from }) =>
          from.map((parent) => {
            const [a, b] = [place(parent), place(id)]
            const lit = id === chosen || parent === chosen
            const half = a.y === b.y ? 0 : text * 1.1
            return (
              <path
                key={`${parent} ${id}`}
                className={`tree-edge${lit ? ' lit' : ''}${factsOf(id).year > until ? ' later' : ''}`}
                d={
                  half === 0
                    ? `M ${a.x} ${a.y} L ${b.x} ${b.y}`
                    : `M ${a.x} ${a.y + half} C ${a.x} ${(a.y + b.y) / 2}, ${b.x} ${(a.y + b.y) / 2}, ${b.x} ${b.y - half}`
                }
              />
            )
          }),
        )}
      </svg>
      {family.map(({ id, from }) => {
        const { x, y } = place(id)
        const { title, name, year } = factsOf(id)
        return (
          <button
            key={id}
            type="button"
            className="tree-node"
            aria-pressed={id === chosen}
            data-later={year > until || undefined}
            aria-label={`${title}, ${year}${from.length > 0 ? `, builds on ${from.map((parent) => factsOf(parent).title).join(' and ')}` : ''}`}
            style={{
              insetInlineStart: x - button / 2,
              insetBlockStart: y - text * 1.1,
              inlineSize: button,
              blockSize: text * 2.2,
            }}
            onClick={() => onChoose(id)}
          >
            {name}
          </button>
        )
      })}
    </div>
  )
}
