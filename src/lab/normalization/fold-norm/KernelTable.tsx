import type { CSSProperties } from 'react'
import { kernelSide } from './channel'

interface Props {
  readonly label: string
  /** Row by row; null where it is not known yet. */
  readonly kernel: Float32Array | null
}

/** The numbers of a kernel where they lie in it; above 0 they have a full frame, below 0 a dashed one. */
export function KernelTable({ label, kernel }: Props) {
  const most = Math.max(...(kernel ?? []).map(Math.abs), 0) || 1
  return (
    <table className="fold-kernel" aria-label={label}>
      <tbody>
        {Array.from({ length: kernelSide }, (_, row) => (
          <tr key={row}>
            {Array.from({ length: kernelSide }, (_, column) => (
              <Cell key={column} value={kernel && kernel[row * kernelSide + column]} most={most} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ value, most }: { readonly value: number | null; readonly most: number }) {
  const share = Math.abs(value ?? 0) / most
  return (
    <td
      data-sign={value === null || value === 0 ? undefined : value > 0 ? 'plus' : 'minus'}
      style={{ '--share': `${share * 40}%` } as CSSProperties}
    >
      {value === null ? '?' : written(value)}
    </td>
  )
}

/** Three digits after the point, or none where they would be zeros. */
function written(value: number): string {
  if (value === 0) return '0'
  return (Number.isInteger(value) ? String(value) : value.toFixed(3)).replace('-', '−')
}
