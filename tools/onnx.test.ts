import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './packages.mjs'

const execute = promisify(execFile)
let folder: string

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'layerwise-'))))
afterAll(() => rm(folder, { recursive: true }))

async function onnx(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return execute(process.execPath, ['tools/run.mjs', 'tools/onnx.ts', ...args], { cwd: root }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

describe('npm run onnx', () => {
  it('writes the same bytes for the same seed, and others for another', async () => {
    const files = await Promise.all(
      [1, 1, 2].map(async (seed, i) => {
        const file = join(folder, `${i}.onnx`)
        expect((await onnx('lenet5', '--seed', `${seed}`, '--out', file)).code).toBe(0)
        return readFile(file)
      }),
    )
    // 61,706 parameters of four bytes, and the description of the graph.
    expect(files[0].length).toBeGreaterThan(61_706 * 4)
    expect(files[0].equals(files[1])).toBe(true)
    expect(files[0].equals(files[2])).toBe(false)
  })

  it('says in a sentence when it cannot write, and exits with 1', async () => {
    const { code, stderr } = await onnx('lenet5', '--out', folder)
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('suggests a name for a mistyped network', async () => {
    const { code, stderr } = await onnx('lenet6', '--out', join(folder, 'x.onnx'))
    expect([code, stderr]).toEqual([1, expect.stringContaining('lenet5')])
  })
})
