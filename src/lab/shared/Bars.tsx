import type { ReactNode } from 'react'
import './bars.css'

export interface Bar {
  readonly id: string
  readonly name: ReactNode
  /** Length relative to `most`. */
  readonly value: number
  /** The value in words. */
  readonly text: ReactNode
  /** A CSS colour; the accent unless said. */
  readonly colour?: string
  /** Striped: told apart without colour. */
  readonly striped?: boolean
}

interface Props {
  readonly caption: ReactNode
  readonly bars: readonly Bar[]
  /** The value of a bar of full length; the largest unless said. */
  readonly most?: number
  /** A bar that is pressed says more of what it stands for. */
  readonly onChoose?: (id: string) => void
  readonly chosen?: string | null
}

/** Values as bars in a table, so that a screen reader meets names and numbers. */
export function Bars({
  caption,
  bars,
  most = Math.max(...bars.map(({ value }) => value)),
  onChoose,
  chosen,
}: Props) {
  return (
    <table className="lab-bars">
      <caption>{caption}</caption>
      <tbody>
        {bars.map(({ id, name, value, text, colour, striped }) => (
          <tr key={id} className={onChoose ? 'row-button' : undefined}>
            <th scope="row">
              {onChoose ? (
                <button
                  type="button"
                  className="link"
                  aria-pressed={id === chosen}
                  onClick={() => onChoose(id)}
                >
                  {name}
                </button>
              ) : (
                name
              )}
            </th>
            <td>
              <span
                className={striped ? 'lab-bar striped' : 'lab-bar'}
                style={{
                  inlineSize: `${most === 0 ? 0 : Math.max(0.4, (100 * value) / most)}%`,
                  color: colour,
                }}
              />
            </td>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
