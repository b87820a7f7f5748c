interface Props {
  readonly colour: string
  /** As of `stroke-dasharray`; whole where absent. */
  readonly dash?: string
  /** Of the line, in pixels. */
  readonly width?: number
}

/** A piece of a chart's line, as it is drawn there, beside its name. */
export function LineSample({ colour, dash, width = 3 }: Props) {
  return (
    <svg aria-hidden width="28" height="8">
      <line x2="28" y1="4" y2="4" stroke={colour} strokeWidth={width} strokeDasharray={dash} />
    </svg>
  )
}
