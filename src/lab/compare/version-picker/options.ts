import { choice, flag } from '../../shared/schema'
import { names } from './versions'

export const options = {
  name: choice(
    names.map(({ name }) => name),
    names[0].name,
    'The name that several networks have.',
  ),
  differing: flag(false, 'Whether only stages that differ are listed.'),
}

export const readouts = ['totals'] as const
