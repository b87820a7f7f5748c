import { choice } from '../../shared/schema'
import { tasks } from './blur'

export const options = {
  picture: choice(['cat-1', 'automobile-1', 'ship-2'], 'cat-1', 'The picture.'),
  task: choice(tasks, 'edges', 'What the kernel does.'),
}

export const readouts = ['weights'] as const
