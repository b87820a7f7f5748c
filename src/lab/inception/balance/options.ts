import { choice, integer } from '../../shared/schema'

/** More parts than any stack has: all of them stay counted when another version has more. */
export const all = 99

export const options = {
  alexnet: choice(['alexnet', 'alexnet-ungrouped', 'alexnet-torchvision'], 'alexnet', 'Which AlexNet.'),
  googlenet: choice(['plain', 'helpers', 'bn', 'slip'], 'plain', 'Which GoogLeNet.'),
  counted: integer(0, 0, all, `Parts that are counted; ${all} for all.`),
}

export const readouts = ['ratio'] as const
