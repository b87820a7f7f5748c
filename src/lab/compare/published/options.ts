import * as v from 'valibot'
import { data, integer, isNetwork } from '../../shared/schema'

const choice = v.strictObject({
  label: v.string(),
  network: v.pipe(
    v.string(),
    v.check(
      (name: string) => isNetwork(name),
      ({ input }) => `there is no network "${input}"`,
    ),
  ),
  options: v.optional(
    v.record(v.string(), v.union([v.number(), v.string(), v.boolean(), v.array(v.number())])),
  ),
  error: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
})

export const options = {
  legend: data(v.string(), 'Plain or residual', 'What is chosen, for the controls.'),
  choices: data(
    v.pipe(v.array(choice), v.minLength(1)),
    [
      { label: 'plain-34', network: 'plain34', error: 28.54 },
      { label: 'ResNet-34, A', network: 'resnet34', options: { shortcut: 'A' }, error: 25.03 },
    ],
    'Networks with the errors that a paper prints, in percent.',
  ),
  top: data(v.picklist([1, 5]), 1, 'Whether the errors are top-1 or top-5.'),
  source: data(
    v.string(),
    'ResNet, tables 2 and 3: ImageNet validation, ten crops',
    'Paper, table and how it was measured.',
  ),
  open: data(
    v.array(v.string()),
    ['conv3_x', 'conv3_x/block1'],
    'Groups that are open; the last is looked at, or all where none is.',
  ),
  blocks: data(
    v.array(v.object({ label: v.string(), id: v.string() })),
    [],
    'Blocks that are drawn each by itself, and not the network.',
  ),
  block: integer(1, 1, 9, 'The block that is drawn, counted from 1.'),
  network: integer(1, 1, 20, 'The network that is drawn, counted from 1.'),
}

export const readouts = ['errors', 'costs'] as const
