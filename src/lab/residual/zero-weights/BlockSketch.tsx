interface Props {
  readonly hasShortcut: boolean
  /** The factor of the weights: at zero the layers are gone. */
  readonly scale: number
}

/** Two layers in a row from left to right; around them a shortcut where there is one, and the sum. */
export function BlockSketch({ hasShortcut, scale }: Props) {
  return (
    <svg className="zero-sketch" viewBox="0 0 254 52" aria-hidden>
      <path className="zero-line" d="M18 36 H250" />
      {hasShortcut && (
        <path className="zero-shortcut" d="M32 36 C 40 36 36 8 50 8 H 172 C 186 8 182 36 190 36" />
      )}
      <g style={{ opacity: 0.12 + 0.88 * scale }}>
        {[46, 116].map((x) => (
          <g key={x}>
            <rect x={x} y="24" width="62" height="24" rx="5" />
            <text className="zero-layer" x={x + 31} y="41">
              weights
            </text>
          </g>
        ))}
      </g>
      {hasShortcut && (
        <g>
          <circle cx="198" cy="36" r="9" />
          <path className="zero-plus" d="M193 36 h10 M198 31 v10" />
        </g>
      )}
      <text x="8" y="41">
        x
      </text>
    </svg>
  )
}
