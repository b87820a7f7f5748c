import { choice } from '../../shared/schema'

export const options = {
  by: choice(['testError', 'trainError', 'macs', 'params'], 'testError', 'What networks are compared by.'),
}
