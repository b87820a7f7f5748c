const raised = new Map([...'0123456789−'].map((sign, i) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁻'][i]]))

/** A number as books print it: `6.61·10⁻⁵` for `6.61e−5`, `4·10¹⁵` for `4e+15`; any other stays as it is. */
export function inPowers(text: string): string {
  return text.replace(/^(.+)e\+?([−\d]+)$/, (_, digits: string, power: string) => {
    const ten = `10${[...power].map((sign) => raised.get(sign)).join('')}`
    return digits === '1' ? ten : digits === '−1' ? `−${ten}` : `${digits}·${ten}`
  })
}
