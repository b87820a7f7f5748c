import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { labOptions } from './options'
import { labProblems, readLab, writeLab } from './shared/schema'

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .flatMap(({ name }) =>
    readdirSync(resolve(import.meta.dirname, name)).map((lab) => ({ name: lab, at: `${name}/${lab}` })),
  )

describe('every lab', () => {
  it('is a folder with a component and its options, named like it', () => {
    const files = folders.map(({ at, name }) => ({
      at,
      has: readdirSync(resolve(import.meta.dirname, at)).filter((file) =>
        [`${name}.lab.tsx`, 'options.ts'].includes(file),
      ).length,
    }))
    expect(files.filter(({ has }) => has !== 2)).toEqual([])
    expect(Object.keys(labOptions).sort()).toEqual(folders.map(({ name }) => name).sort())
  })

  it.each(folders.map(({ name }) => name))(
    '%s stands alone: its start values are ones that it takes',
    (name) => {
      const options = labOptions[name]
      const { value, problems } = readLab(options, {})
      expect(problems).toEqual([])
      const given = Object.fromEntries(
        Object.entries(value).filter(([, each]) => each !== null && each !== ''),
      )
      expect(labProblems(options, given)).toEqual([])
      expect(writeLab(options, {}, value)).toEqual({})
    },
  )
})
