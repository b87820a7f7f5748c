import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Watch the gradients',
  goal: 'predict how signal and gradient change in a deep untrained network',
  look: [
    'Make the network deep and halve the weights. Which of the three, signal, gradient, gradient of the weights, differs most from layer to layer?',
    'Double the weights. Shortcuts do not protect from that: read the loss of the residual network.',
    'Switch batch normalization on. Nothing vanishes any more. What does the gradient of the plain network do instead?',
  ],
  place: 40,
}
