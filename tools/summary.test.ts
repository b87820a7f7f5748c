import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { root } from './packages.mjs'
import { parseArguments } from './arguments'

const execute = promisify(execFile)

async function summary(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = ['tools/run.mjs', 'tools/summary.ts', ...args]
  return execute(process.execPath, command, { cwd: root }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

describe('npm run summary', () => {
  it('prints the totals of a preset with an option of its family as JSON', async () => {
    const { code, stdout } = await summary('googlenet', '--aux', 'true', '--json')
    const printed = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(Object.keys(printed)).toEqual(
      expect.arrayContaining(
        'id options input params paramsBreakdown macs depth convModules receptiveField memory stages'.split(
          ' ',
        ),
      ),
    )
    expect([printed.params, printed.depth, printed.input]).toEqual([13_378_280, 22, [224, 224, 3]])
    expect(printed.stages[0]).toEqual({
      name: 'conv1',
      shape: [112, 112, 64],
      params: 9472,
      macs: 118_013_952,
      receptiveField: 7,
    })
  })

  it('gives no count of what does not fit, and lower bounds of the sums', async () => {
    const { code, stdout } = await summary('alexnet', '--input', '20')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^pool2 .* – +–$/m)
    expect(stdout).toMatch(/^conv3 .* 885,120 +884,736$/m)
    expect(stdout).toMatch(/^total .* ≥ [\d,]+ +≥ [\d,]+$/m)
    expect(stdout).toContain('does not fit: pool5: a window 3 high')
    expect(stdout).toMatch(/; this follows from pool2$/m)
    const printed = JSON.parse((await summary('alexnet', '--input', '20', '--json')).stdout)
    expect(printed.incomplete).toBe(true)
    const pool2 = printed.stages.find(({ name }: { name: string }) => name === 'pool2')
    expect(pool2).toMatchObject({ params: null, macs: null, incomplete: true })
  })

  it('suggests the nearest names for an unknown one and exits with 1', async () => {
    const { code, stderr } = await summary('resnt18')
    expect(code).toBe(1)
    expect(stderr).toContain('there is no network "resnt18"; did you mean resnet18')
  })

  it('refuses an option out of range with name, value and range', async () => {
    const { code, stderr } = await summary('resnet', '--width', '0')
    expect(code).toBe(1)
    expect(stderr.trim()).toBe('option "width" cannot be 0: it takes a whole number from 1 to 512')
  })

  it('lists every preset', async () => {
    const { stdout } = await summary('--list')
    for (const id of ['lenet5-1998', 'densenet264', 'cifar-plain110']) expect(stdout).toContain(id)
  })
})

describe('a command line', () => {
  it('takes options with a space or an equals sign, and flags without a value', () => {
    const { name, options, flags } = parseArguments(
      ['resnet18', '--width', '32', '--stem=cifar', '--json'],
      ['json'],
    )
    expect([name, options, [...flags]]).toEqual(['resnet18', { width: '32', stem: 'cifar' }, ['json']])
  })

  it('with an option that lacks its value is refused', () =>
    expect(() => parseArguments(['resnet18', '--width'], [])).toThrow('option "width" needs a value'))
})
