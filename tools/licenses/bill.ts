import type { Package } from './shipped.ts'

/** The bill of materials of a site as CycloneDX 1.6 asks for it. It names no time, so that the same site has the same bill. */
export function billOf(version: string, packages: readonly Package[]) {
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `layerwise@${version}`,
        name: 'layerwise',
        version,
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components: packages.map(({ name, version, license }) => {
      const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
      return { type: 'library', 'bom-ref': purl, name, version, licenses: [statedAs(license)], purl }
    }),
  }
}

/** An identifier, an expression of several, or words. */
function statedAs(license: string) {
  if (/^[\w.-]+$/.test(license)) return { license: { id: license } }
  return /^\([\w.() -]+\)$|\b(AND|OR|WITH)\b/.test(license)
    ? { expression: license }
    : { license: { name: license } }
}
