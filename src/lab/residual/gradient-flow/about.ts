import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Watch the gradients',
  goal: 'predict how the signal and the gradient change from layer to layer in a deep, untrained network',
  look: [
    'Make the network deep and halve the weights. Which varies most from layer to layer: the signal, the gradient coming back or the gradient of the weights?',
    'Double the weights. Shortcuts do not protect against that, as the loss of the residual network shows.',
    'Switch batch normalization on. Nothing vanishes anymore. What does the gradient of the plain network do instead?',
  ],
  place: 40,
}
