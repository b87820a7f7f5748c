import { func, type Func, i32, memory, product, sum } from './assembler'
import { bytes, place } from './tiles'

/**
 * Copies some channels of every pixel between two maps of the same many images; steps are pixels of each map. What the
 * target held before stays where nothing is copied.
 */
const copyPixels = func('copyPixels', new Array<'i32'>(14).fill('i32'), (params, scope) => {
  const [from, to, images, rows, columns, copied, ...rest] = params.map(({ get }) => get)
  const [fromImage, fromRow, fromColumn, fromChannels, toImage, toRow, toColumn, toChannels] = rest
  const [zero, one] = [i32.const(0), i32.const(1)]
  return scope.loop(zero, images, one, (image) =>
    scope.loop(zero, rows, one, (row) =>
      scope.loop(zero, columns, one, (column) => {
        const pixel = (perImage: typeof from, perRow: typeof from, perColumn: typeof from) =>
          sum(product(image.get, perImage), product(row.get, perRow), product(column.get, perColumn))
        return memory.copy(
          place(to, product(pixel(toImage, toRow, toColumn), toChannels)),
          place(from, product(pixel(fromImage, fromRow, fromColumn), fromChannels)),
          bytes(copied),
        )
      }),
    ),
  )
})

/** Writes zeros. */
const clear = func('clear', ['i32', 'i32'], ([to, count]) => memory.clear(to.get, bytes(count.get)))

export const pixels: readonly Func[] = [copyPixels, clear]
