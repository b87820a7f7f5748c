import { choice, flag, text } from '../../shared/schema'

export const options = {
  cost: choice(['params', 'macs'], 'params', 'What accuracy is drawn over.'),
  draw: flag(false, 'Whether the reader marks the front before it is shown.'),
  recipe: flag(false, 'Whether ResNet-50 is there with its new recipe, too.'),
  shown: flag(false, 'Whether the front is shown.'),
  marked: text('', 800, 'Dots that the reader marked, as network and recipe, separated by commas.'),
}
