import { integer, network, own } from '../../shared/schema'

export const options = {
  network: network('resnet18', 'The network that is trained further.'),
  classes: integer(10, 1, 1000, 'Classes of the new task.'),
  frozen: own(integer(0, 0, 60, 'Parts before the line; all but the head unless said.')),
  amount: integer(1, 1, 20, 'Which number of images the recorded runs had, counted from the smallest.'),
}
