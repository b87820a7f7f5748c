import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { afterBuild } from '../afterBuild.mjs'
import { root } from '../packages.mjs'
import { billOf } from './bill.ts'
import { pageOf } from './page.ts'
import { shipped } from './shipped.ts'

export const pageName = 'licenses.html'
export const billName = 'sbom.cdx.json'

/** Writes the page of licenses and the bill of materials into the built site, from what `noteShipped` has noted. */
export function licenses(): Plugin {
  return afterBuild('layerwise:licenses', async (folder) => {
    const packages = shipped()
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    writeFileSync(join(folder, billName), `${JSON.stringify(billOf(version, packages), null, 2)}\n`)
    writeFileSync(join(folder, pageName), await pageOf(packages, billName))
  })
}
