import { type Quantity, quantities } from './flow'
import { type Answer, pair } from './job'

/** Every number of both networks: a line for each layer. */
export function rowsOf(flows: Answer['flows']): readonly (readonly (string | number)[])[] {
  const names = Object.keys(quantities) as Quantity[]
  const lines = pair.flatMap((kind) =>
    flows[kind].layers.map((layer, i) => [
      ...[kind, i + 1, layer.id],
      ...names.map((name) => layer[name]),
      flows[kind].loss,
    ]),
  )
  return [['network', 'layer', 'name', ...names.map((name) => quantities[name].name), 'loss'], ...lines]
}
