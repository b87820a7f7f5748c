import { text } from '../../shared/schema'

export const options = {
  guesses: text('', 300, 'What the reader guessed, as study:verdict, separated by commas.'),
}
