import { f32x4, func, type Func, i32, load, store, sum } from './assembler'
import { bytes, pieces, place, sixteen, strips } from './tiles'

/**
 * A vector [inputs] by a matrix [inputs, units], shifted by a bias [units] and no less than `least` (the bits of it).
 *
 * A matrix is read once, line by line, some lines at a time: it is much larger than any cache, and its lines are too
 * long to go down a column.
 */
const vectorByMatrix = func('vectorByMatrix', new Array<'i32'>(7).fill('i32'), (params, scope) => {
  const [x, matrix, bias, y, inputs, units, least] = params.map(({ get }) => get)
  const pointer = () => scope.local('i32')
  const [from, perLine] = [pointer(), pointer()]
  const value = scope.local('v128')
  const factors = Array.from({ length: 8 }, () => scope.local('v128'))
  return [
    perLine.set(bytes(units)),
    strips(scope, units, sixteen, (unit, { vectors, lanes }) =>
      Array.from({ length: vectors }, (_, v) =>
        store(lanes, place(y, unit.get), load(lanes, place(bias, unit.get), 16 * v), 16 * v),
      ),
    ),
    pieces(scope, inputs, [8, 1], (input, lines) => {
      const taken = factors.slice(0, lines)
      return [
        taken.map((factor, k) => factor.set(f32x4.loadSplat(place(x, input.get), 4 * k))),
        strips(scope, units, sixteen, (unit, { vectors, lanes }) =>
          Array.from({ length: vectors }, (_, v) => [
            from.set(place(matrix, sum(i32.mul(input.get, units), unit.get))),
            value.set(load(lanes, place(y, unit.get), 16 * v)),
            taken.map((factor, k) => [
              k === 0 ? [] : from.set(sum(from.get, perLine.get)),
              value.set(f32x4.add(value.get, f32x4.mul(factor.get, load(lanes, from.get, 16 * v)))),
            ]),
            store(lanes, place(y, unit.get), value.get, 16 * v),
          ]),
        ),
      ]
    }),
    strips(scope, units, sixteen, (unit, { vectors, lanes }) =>
      Array.from({ length: vectors }, (_, v) =>
        store(
          lanes,
          place(y, unit.get),
          f32x4.max(load(lanes, place(y, unit.get), 16 * v), f32x4.splatBits(least)),
          16 * v,
        ),
      ),
    ),
  ]
})

export const matrices: readonly Func[] = [vectorByMatrix]
