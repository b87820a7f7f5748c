/** The way home, on every page the same. */
export function Brand() {
  return (
    <a className="brand" href="#/">
      Layerwise
    </a>
  )
}
