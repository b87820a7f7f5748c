import { choice, text } from '../../shared/schema'

export const options = {
  view: choice(['cards', 'params', 'macs'], 'cards', 'What is shown.'),
  guesses: text('', 800, 'What the reader guessed, as network:verdict, separated by commas.'),
}
