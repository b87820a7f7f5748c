interface Props {
  readonly title: string
  readonly shape: readonly [height: number, width: number, channels: number]
  /** Pixels of the drawing for one pixel of the map. */
  readonly unit: number
  /** Pixels of the drawing for the depth of all channels. */
  readonly depth: number
  /** A window on the front face: first pixel and side, in pixels of the map. */
  readonly window?: { readonly at: number; readonly size: number }
  readonly x: number
  readonly y: number
  /** Size of the text in pixels. */
  readonly text: number
  readonly colour: string
}

/** A box in parallel projection: the front face is height × width, the channels go back. */
export function Box({ title, shape, unit, depth, window, x, y, text, colour }: Props) {
  const [height, width] = [shape[0] * unit, shape[1] * unit]
  const back = depth * 0.6
  const face = (points: readonly (readonly [number, number])[]) =>
    points.map((point) => point.join(',')).join(' ')
  return (
    <g transform={`translate(${x} ${y})`} className="tensor-box" style={{ color: colour }}>
      <polygon
        points={face([
          [0, 0],
          [back, -back],
          [width + back, -back],
          [width, 0],
        ])}
        className="tensor-top"
      />
      <polygon
        points={face([
          [width, 0],
          [width + back, -back],
          [width + back, height - back],
          [width, height],
        ])}
        className="tensor-side"
      />
      <rect width={width} height={height} className="tensor-front" />
      {window && (
        <rect
          x={window.at * unit}
          y={window.at * unit}
          width={window.size * unit}
          height={window.size * unit}
          className="tensor-window"
        />
      )}
      <text x={width / 2} y={height + text * 1.2} textAnchor="middle">
        {shape.join('×')}
      </text>
      <text x={width / 2} y={height + text * 2.4} textAnchor="middle" className="tensor-name">
        {title}
      </text>
    </g>
  )
}
