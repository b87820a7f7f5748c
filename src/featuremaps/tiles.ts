/** Where the channels of a layer lie: rows of equal tiles. Sizes in CSS pixels. */
export interface Tiling {
  readonly columns: number
  readonly rows: number
  readonly tileWidth: number
  readonly tileHeight: number
  readonly gap: number
  /** Room before the first column, for the numbers of the rows. */
  readonly gutter: number
  /** From one row to the next. */
  readonly pitch: number
  /** Of all rows together. */
  readonly height: number
  readonly count: number
}

const gap = 4

/** Few channels may be large, hundreds must be small, and none so small that it says nothing. */
const smallest = 28
const largest = 160

/**
 * Tiles for `count` maps of `height`×`width` in a panel: as large as lets about `comfortable` pixels of height show
 * all of them, within bounds, and a whole multiple of the map where it is enlarged, so that every value is a square.
 */
export function tileMaps(
  count: number,
  map: { readonly height: number; readonly width: number },
  panel: number,
  comfortable = 320,
): Tiling {
  const longer = Math.max(map.height, map.width)
  const ideal = Math.sqrt((panel * comfortable) / count) - gap
  const bounded = Math.max(Math.min(smallest, panel), Math.min(largest, panel, ideal))
  if (bounded >= longer) {
    const scale = Math.floor(bounded / longer)
    return tile(count, map.width * scale, map.height * scale, panel, gap)
  }
  // Reduced maps may have any size, so they fill the rows.
  const columns = Math.max(1, Math.min(count, Math.floor((panel + gap) / (bounded + gap))))
  const side = Math.min(largest, longer, (panel - gap * (columns - 1)) / columns)
  const scale = Math.max(side, 1) / longer
  return tile(count, Math.max(1, map.width * scale), Math.max(1, map.height * scale), panel, gap)
}

/** Wide enough for the number of a row, such as 4,095. */
const gutter = 44

/** Upright bars for the units of a vector. */
export function tileBars(count: number, panel: number): Tiling {
  const room = Math.max(1, panel - gutter)
  const width = Math.max(3, Math.min(28, Math.floor(room / count) - 1))
  return { ...tile(count, width, 72, room, 1), gutter }
}

function tile(count: number, tileWidth: number, tileHeight: number, panel: number, space: number): Tiling {
  const columns = Math.max(1, Math.min(count, Math.floor((panel + space + 1e-6) / (tileWidth + space))))
  const rows = Math.ceil(count / columns)
  // Rows of bars need air between them, or they read as one chart, and below the last for the mark of a bar.
  const between = space < gap ? gap * 2 : space
  return {
    columns,
    rows,
    tileWidth,
    tileHeight,
    gap: space,
    gutter: 0,
    pitch: tileHeight + between,
    height: rows * (tileHeight + between) - (space < gap ? 0 : between),
    count,
  }
}

/** Upper left corner of a tile. */
export function tileAt(tiling: Tiling, index: number): { readonly x: number; readonly y: number } {
  return {
    x: tiling.gutter + (index % tiling.columns) * (tiling.tileWidth + tiling.gap),
    y: Math.floor(index / tiling.columns) * tiling.pitch,
  }
}

/** The tiles of all rows that touch a strip: the first, and the one after the last. */
export function tilesIn(tiling: Tiling, top: number, bottom: number): readonly [first: number, end: number] {
  const { pitch } = tiling
  const first = Math.max(0, Math.floor(top / pitch))
  const end = Math.min(tiling.rows, Math.ceil(bottom / pitch))
  return [Math.min(tiling.count, first * tiling.columns), Math.min(tiling.count, end * tiling.columns)]
}

/** The tile under a point and where in it, 0 to 1; undefined between tiles. */
export function hit(
  tiling: Tiling,
  x: number,
  y: number,
): { readonly index: number; readonly across: number; readonly down: number } | undefined {
  const { pitch } = tiling
  const along = x - tiling.gutter
  const column = Math.floor(along / (tiling.tileWidth + tiling.gap))
  const row = Math.floor(y / pitch)
  const across = (along - column * (tiling.tileWidth + tiling.gap)) / tiling.tileWidth
  const down = (y - row * pitch) / tiling.tileHeight
  const index = row * tiling.columns + column
  if (along < 0 || y < 0 || column >= tiling.columns || across >= 1 || down >= 1 || index >= tiling.count)
    return undefined
  return { index, across, down }
}
