import { choice, integer, network } from '../../shared/schema'
import { type Edit, edits } from './copy'

export const options = {
  network: network('resnet18', 'The network that is copied.'),
  classes: integer(10, 1, 1000, 'Classes of the new task.'),
  edit: choice(Object.keys(edits) as Edit[], 'nothing', 'What else the new task changes.'),
  reached: integer(0, 0, 5000, 'Tensors checked.'),
  view: choice(['tensors', 'networks'], 'tensors', 'What is shown.'),
}
