import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { officialFonts, otherNames } from './type.ts'

const coreProperties = 'docProps/core.xml'
const fontTable = 'word/fontTable.xml'
/** The earliest time that a ZIP file can hold. */
const epoch = '1980-01-01T00:00:00'

/** The file with the document's own date in place of the clock's, names to fall back on for its fonts, and no times of entries. */
export function sealed(bytes: Uint8Array, dated: string): Uint8Array {
  const at = new Date(dated).toISOString().replace(/\.\d+Z$/, 'Z')
  const entries: Zippable = {}
  for (const [path, content] of Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1))) {
    entries[path] = [rewritten(path, content, at), { mtime: epoch, level: 6 }]
  }
  return zipSync(entries)
}

function rewritten(path: string, content: Uint8Array, at: string): Uint8Array {
  if (path === coreProperties) {
    const dates = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g
    return strToU8(strFromU8(content).replace(dates, `$1${at}`))
  }
  if (path === fontTable) return strToU8(strFromU8(content).replace(/<w:fonts([^>]*?)\/?>[\s\S]*$/, withFonts))
  return content
}

const withFonts = (_whole: string, attributes: string) => {
  const fonts = Object.values(officialFonts).map((name) => {
    const other = otherNames[name]
    return `<w:font w:name="${name}">${other ? `<w:altName w:val="${other}"/>` : ''}<w:charset w:val="86"/></w:font>`
  })
  return `<w:fonts${attributes}>${fonts.join('')}</w:fonts>`
}
