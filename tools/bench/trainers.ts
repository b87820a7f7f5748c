/** On WASM with kernels of our own, on WASM with those of tfjs alone, on its CPU backend, on WebGL. */
export type Trainer = 'own' | 'wasm' | 'cpu' | 'webgl'

export const imagesPerStep = 32
