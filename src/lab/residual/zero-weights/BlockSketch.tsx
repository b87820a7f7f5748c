interface Props {
  readonly hasShortcut: boolean
  /** The factor of the weights: at zero the layers are gone. */
  readonly scale: number
}

/** Two layers in a row from left to right; around them a shortcut where there is one, and the sum. */
export function BlockSketch({ hasShortcut, scale }: Props) {
  return (
    <svg className="zero-sketch" viewBox="0 0 226 52" aria-hidden>
      <path className="zero-line" d="M16 36 H216" />
      {hasShortcut && (
        <path className="zero-shortcut" d="M30 36 C 38 36 34 8 48 8 H 152 C 166 8 162 36 170 36" />
      )}
      <g style={{ opacity: 0.12 + 0.88 * scale }}>
        {[44, 104].map((x) => (
          <g key={x}>
            <rect x={x} y="24" width="52" height="24" rx="5" />
            <text className="zero-layer" x={x + 26} y="41">
              weights
            </text>
          </g>
        ))}
      </g>
      {hasShortcut && (
        <g>
          <circle cx="178" cy="36" r="9" />
          <path className="zero-plus" d="M173 36 h10 M178 31 v10" />
        </g>
      )}
      <text x="8" y="41">
        x
      </text>
    </svg>
  )
}
