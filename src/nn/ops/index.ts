import type { Op, OpSpec } from '../op'
import { dropout, relu, sigmoid, softmax, tanh } from './activation'
import { channelShuffle, channelSlice } from './channels'
import { closed } from './closed'
import { conv } from './conv'
import { dense } from './dense'
import { clip, gelu, hardSigmoid, hardSwish, leakyRelu, silu } from './gates'
import { layerNorm, layerScale } from './layerNorm'
import { partialConv, rbf } from './lenet'
import { add, concat, multiply } from './merge'
import { batchNorm, lrn, scaleShift } from './normalization'
import { adaptiveAvgPool, adaptiveMaxPool, avgPool, globalAvgPool, maxPool } from './pooling'
import { flatten, input, subsamplePad } from './reshape'
import { convTranspose } from './transposed'
import { bilinear, upsample } from './upsampling'

const factories = {
  input,
  conv,
  convTranspose,
  partialConv,
  dense,
  rbf,
  batchNorm,
  lrn,
  scaleShift,
  layerNorm,
  layerScale,
  relu,
  sigmoid,
  tanh,
  clip,
  leakyRelu,
  silu,
  gelu,
  hardSigmoid,
  hardSwish,
  softmax,
  dropout,
  maxPool,
  avgPool,
  globalAvgPool,
  adaptiveMaxPool,
  adaptiveAvgPool,
  add,
  concat,
  multiply,
  flatten,
  subsamplePad,
  channelShuffle,
  channelSlice,
  upsample,
  bilinear,
  closed,
}

export type OpName = keyof typeof factories

/** Every op that a network may be made of. */
export const ops = Object.fromEntries(
  Object.entries(factories).map(([name, factory]) => [name, factory.definition]),
) as unknown as Readonly<Record<OpName, Op<Record<string, unknown>>>>

/** The op of an occurrence; an unknown name is an author's mistake. */
export function opOf({ op }: Pick<OpSpec, 'op'>): Op<Record<string, unknown>> {
  const found = ops[op as OpName]
  if (!found) throw new Error(`unknown op: ${op}`)
  return found
}
