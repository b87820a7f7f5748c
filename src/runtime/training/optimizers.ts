/** `momentum` has a velocity, as PyTorch's SGD; `nesterov` looks ahead along it; `adam` scales every weight's step (Kingma and Ba 2015). */
export const optimizerNames = ['momentum', 'nesterov', 'adam'] as const
export type OptimizerName = (typeof optimizerNames)[number]
